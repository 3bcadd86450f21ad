import TerminalCore

/// The line above the footer: the last message, with a word for its kind.
struct NoticeLine {
  let state: ConsoleState

  func draw(into buffer: inout CellBuffer, area: Rect) {
    guard let notice = state.notice else { return }
    let role: ThemeRole
    let mark: String
    switch notice.kind {
    case .information: (role, mark) = (.text, "")
    case .success: (role, mark) = (.good, state.glyphs == .unicode ? "✓ " : "ok: ")
    case .failure: (role, mark) = (.bad, state.glyphs == .unicode ? "✗ " : "failed: ")
    }
    let text = state.glyphs.truncate("\(mark)\(notice.text)", to: area.columns - 2)
    buffer.write(
      text, column: area.column + 1, row: area.row, style: state.theme[role], clip: area)
  }
}
