import Console
import Testing

@Suite struct FrameTests {
  @Test func hasItsTitleAtTheLeftAndItsBadgeAtTheRight() {
    #expect(
      picture(of: Frame(title: "Outline", badge: "13:52"), columns: 24, rows: 3) == """
        ╭─ Outline ──── 13:52 ─╮
        │                      │
        ╰──────────────────────╯
        """)
  }

  @Test func isPointedAtInFrontInASCIIToo() {
    #expect(
      picture(of: Frame(title: "Runs", isFocused: true), columns: 16, rows: 3, glyphs: .ascii)
        == """
        +- > Runs -----+
        |              |
        +--------------+
        """)
  }

  @Test func keepsTheTitleWhereThereIsNotRoomForBoth() {
    #expect(
      picture(of: Frame(title: "A long title", badge: "badge"), columns: 14, rows: 2) == """
        ╭─ A long t…─╮
        ╰────────────╯
        """)
  }
}
