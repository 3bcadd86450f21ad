import SessionEngine
import TerminalCore

/// The goals of the open exercise on its page: one line each, and how many are met.
struct GoalsPanel {
  let state: ConsoleState
  let exercise: String
  let parts: PageParts

  func draw(into buffer: inout CellBuffer) {
    let area = parts.goals.inset(columns: 1)
    guard !area.isEmpty else { return }
    var lines = parts.isBeside ? wrapped(columns: area.columns) : oneEach(rows: area.rows)
    if parts.isBeside {
      lines = [StyledLine(summary, .textAccent), StyledLine()] + lines
      lines = StyledLine.fitting(
        lines, rows: area.rows, columns: area.columns, glyphs: state.glyphs)
    }
    StyledLines(lines.map { $0.truncated(to: area.columns, glyphs: state.glyphs) }).draw(
      into: &buffer, area: area, theme: state.theme, glyphs: state.glyphs)
    drawRule(into: &buffer)
  }

  /// The count with the key that says more, on the line between goals and page.
  private func drawRule(into buffer: inout CellBuffer) {
    let rule = parts.rule
    guard !rule.isEmpty else { return }
    let line = String(repeating: state.glyphs.horizontal, count: rule.columns)
    buffer.write(
      line, column: rule.column, row: rule.row, style: state.theme[.paneBorder], clip: rule)
    let words = state.glyphs.truncate(" \(summary) ", to: max(0, rule.columns - 4))
    buffer.write(
      words, column: rule.column + 2, row: rule.row, style: state.theme[.textMuted], clip: rule)
  }

  private var summary: String {
    let record = state.exerciseRecords[exercise]
    guard let verdict = record?.verdict else {
      return record?.fault == nil ? "checking the goals…" : "not checked: C tries again"
    }
    let wrong = verdict.count(.wrong)
    return "\(verdict.count(.met)) of \(verdict.goals.count) goals met"
      + (wrong > 0 ? ", \(wrong) wrong" : "") + " · C says more"
  }

  private var rows: [GoalRow] { state.goalRows(of: exercise) }

  private func line(_ row: GoalRow) -> StyledLine {
    let mark = GoalMark(row.status, glyphs: state.glyphs)
    return StyledLine([
      StyledSpan("\(mark.shape) ", mark.role), StyledSpan(row.says, mark.textRole),
    ])
  }

  /// Where there are more than fit, those that are met become one line.
  private func oneEach(rows count: Int) -> [StyledLine] {
    guard rows.count > count else { return rows.map(line) }
    let met = rows.count { $0.status == .met }
    let left = rows.filter { $0.status != .met }
    var lines: [StyledLine] = []
    if met > 0 {
      let mark = GoalMark(.met, glyphs: state.glyphs)
      lines.append(
        StyledLine([StyledSpan("\(mark.shape) ", mark.role), StyledSpan("\(met) met", .textMuted)]))
    }
    let room = count - lines.count
    guard left.count > room else { return lines + left.map(line) }
    let shown = left.prefix(max(0, room - 1))
    return lines + shown.map(line)
      + [StyledLine("  and \(left.count - shown.count) more", .textMuted)]
  }

  private func wrapped(columns: Int) -> [StyledLine] {
    rows.flatMap { row -> [StyledLine] in
      let mark = GoalMark(row.status, glyphs: state.glyphs)
      return TextWrapping.lines(of: row.says, columns: max(8, columns - 2)).enumerated()
        .map { index, text in
          StyledLine([
            StyledSpan(index == 0 ? "\(mark.shape) " : "  ", mark.role),
            StyledSpan(text, mark.textRole),
          ])
        }
    }
  }
}
