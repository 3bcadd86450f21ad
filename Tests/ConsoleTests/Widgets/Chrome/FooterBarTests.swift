import Console
import Testing

@Suite struct FooterBarTests {
  private let bar = FooterBar([
    KeyHint("Enter", "open"), KeyHint("r", "run"), KeyHint("z", "zoom"), KeyHint("q", "quit"),
  ])

  @Test func showsEveryKeyWhereThereIsRoom() {
    #expect(
      picture(of: bar, columns: 40, rows: 1) == " Enter open  r run  z zoom  q quit")
  }

  @Test func saysThatThereAreMoreWhereThereIsNot() {
    #expect(picture(of: bar, columns: 28, rows: 1) == " Enter open  r run  ? more")
    #expect(picture(of: bar, columns: 4, rows: 1) == " ? m")
  }
}
