import Console
import TerminalCore
import Testing

@Suite struct ASCIIScreenTests {
  /// What the fixed workshop, its files and its programs print themselves.
  private static let own = Set("質問銀河×╰─▶")

  @Test(
    arguments: Scene.allCases,
    [Size(columns: 80, rows: 24), Size(columns: 120, rows: 40), Size(columns: 200, rows: 60)])
  func theConsoleItselfDrawsASCIIOnly(scene: Scene, size: Size) {
    let text = scene.state(size, glyphs: .ascii).render().frame.text
    let odd = Set(text).subtracting(["\n"]).filter { !$0.isASCII }
    #expect(odd.isSubset(of: Self.own), "\(String(odd.subtracting(Self.own)))")
  }

  @Test(arguments: [Scene.compared, .page, .help])
  func anASCIIScreenLooksAsItDid(scene: Scene) throws {
    let size = Size(columns: 120, rows: 40)
    try ScreenPicture.expect(
      scene.state(size, glyphs: .ascii).render().frame.text,
      toEqual: "\(scene.rawValue)-ascii-120x40")
  }
}
