import Console
import TerminalCore
import Testing

@Suite struct ScreenPictureTests {
  private static let sizes = [
    Size(columns: 80, rows: 24), Size(columns: 120, rows: 40), Size(columns: 200, rows: 60),
    Size(columns: 40, rows: 10), Size(columns: 50, rows: 14),
  ]

  @Test(arguments: Scene.allCases, sizes)
  func everySceneLooksAsItDid(scene: Scene, size: Size) throws {
    try ScreenPicture.expect(
      scene.state(size).render().frame.text,
      toEqual: "\(scene.rawValue)-\(size.columns)x\(size.rows)")
  }

  @Test(arguments: Scene.allCases, sizes)
  func noColourDrawsTheSameText(scene: Scene, size: Size) {
    let colours = Theme(
      name: "colours", isDark: true,
      styles: Dictionary(
        uniqueKeysWithValues: ThemeRole.allCases.enumerated().map { index, role in
          (role, Style(foreground: .palette(UInt8(index)), background: .palette(0)))
        }))
    #expect(
      scene.state(size, theme: colours).render().frame.text
        == scene.state(size).render().frame.text)
  }
}
