import TerminalCore

/// The line above the footer: the last message, with a word for its kind.
///
/// What went wrong ends with its remedy and is shown whole: it grows upwards where one line is not
/// enough, until it is dismissed.
struct NoticeLine {
  private static let mostRows = 4

  let state: ConsoleState

  func draw(into buffer: inout CellBuffer, area: Rect) {
    guard let notice = state.notice else {
      // What goes on by itself is told where nothing else is.
      buffer.write(
        state.glyphs.truncate(state.prefetchLine ?? "", to: area.columns - 2),
        column: area.column + 1, row: area.row, style: state.theme[.textMuted], clip: area)
      return
    }
    let role: ThemeRole
    let mark: String
    switch notice.kind {
    case .information: (role, mark) = (.text, "")
    case .success: (role, mark) = (.good, state.glyphs == .unicode ? "✓ " : "ok: ")
    case .warning: (role, mark) = (.warning, "! ")
    case .failure: (role, mark) = (.bad, state.glyphs == .unicode ? "✗ " : "failed: ")
    }
    let columns = max(0, area.columns - 2)
    let lines = lines(of: "\(mark)\(notice.text)", notice.kind, columns: columns)
    let first = area.row - (lines.count - 1)
    let box = Rect(
      column: area.column, row: first, columns: area.columns, rows: lines.count)
    buffer.fill(box, with: Cell(" ", style: state.theme[.background]))
    for (index, line) in lines.enumerated() {
      buffer.write(
        line, column: area.column + 1, row: first + index, style: state.theme[role], clip: box)
    }
  }

  private func lines(of text: String, _ kind: Notice.Kind, columns: Int) -> [String] {
    guard kind == .failure || kind == .warning else {
      return [state.glyphs.truncate(text, to: columns)]
    }
    let lines = TextWrapping.lines(of: text, columns: columns)
    guard lines.count > Self.mostRows else { return lines }
    let rest = lines[(Self.mostRows - 1)...].joined(separator: " ")
    return lines.prefix(Self.mostRows - 1) + [state.glyphs.truncate(rest, to: columns)]
  }
}
