import Console
import TerminalCore
import Testing

@Suite struct DialogTests {
  @Test func asksInTheMiddle() {
    let dialog = Dialog(
      title: "Quit", text: "Two runs are alive.\nStop them and quit?",
      choices: [KeyHint("y", "stop them"), KeyHint("Esc", "stay")])
    #expect(
      picture(of: dialog, columns: 36, rows: 8) == """

            ╭─ ▸ Quit ─────────────────╮
            │ Two runs are alive.      │
            │ Stop them and quit?      │
            │                          │
            │ y stop them   Esc stay   │
            ╰──────────────────────────╯

        """)
  }

  @Test func longTextIsScrolled() {
    var dialog = Dialog(
      title: "Run", text: (1...9).map { "command \($0)" }.joined(separator: "\n"),
      choices: [KeyHint("Enter", "start")])
    let area = Rect(column: 0, row: 0, columns: 36, rows: 7)
    #expect(dialog.mostOffset(in: area) == 6)
    dialog.offset = 100
    #expect(
      picture(of: dialog, columns: 36, rows: 7) == """
            ╭─ ▸ Run ──────────────────╮
            │ command 7                │
            │ command 8                │
            │ command 9                │
            │                          │
            │ Enter start              │
            ╰──────────────────────────╯
        """)
  }
}
