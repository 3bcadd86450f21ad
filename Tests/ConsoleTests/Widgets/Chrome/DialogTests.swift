import Console
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
}
