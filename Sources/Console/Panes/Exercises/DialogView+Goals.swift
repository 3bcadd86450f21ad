import SessionEngine
import TerminalCore

extension DialogView {
  func drawGoals(_ selected: Int, into buffer: inout CellBuffer) -> Drawn {
    let id = state.exercise ?? ""
    let rows = state.goalRows(of: id)
    let details = details(of: rows.indices.contains(selected) ? rows[selected] : nil)
    let choices = goalChoices(rows.indices.contains(selected) ? rows[selected] : nil)
    let foot = KeyHint.lines(of: choices, columns: textColumns)
    let inside = box(
      title(id), columns: textColumns + 5, rows: rows.count + details.count + foot.count + 5,
      into: &buffer)
    let (upper, below) = inside.splitBottom(foot.count)
    let (head, rest) = upper.splitTop(upper.rows > rows.count + details.count ? 1 : 0)
    drawLines([StyledLine(progressWords, .textMuted)], into: &buffer, area: head)
    let (list, under) = rest.splitTop(
      min(rows.count, max(3, rest.rows - details.count - 1)))
    drawList(ListView(rows.map(line), selected: selected), into: &buffer, area: list)
    let text = under.splitTop(under.rows > details.count ? 1 : 0).rest
    drawLines(
      StyledLine.fitting(
        details, rows: text.rows, columns: text.columns, glyphs: state.glyphs),
      into: &buffer, area: text)
    return Drawn(
      spots: rowSpots(list, selected: selected, count: rows.count)
        + drawChoices(foot, into: &buffer, area: below))
  }

  private func title(_ id: String) -> String {
    guard let verdict = state.exerciseRecords[id]?.verdict else { return "Goals of \(id)" }
    return "Goals of \(id): \(verdict.count(.met)) of \(verdict.goals.count) met"
  }

  private func line(_ row: GoalRow) -> StyledLine {
    let mark = GoalMark(row.status, glyphs: state.glyphs)
    return StyledLine([
      StyledSpan("\(mark.shape) ", mark.role), StyledSpan(row.says, mark.textRole),
    ])
  }

  /// What is missing or wrong, the way out, and where.
  private func details(of row: GoalRow?) -> [StyledLine] {
    guard let row else { return [] }
    let mark = GoalMark(row.status, glyphs: state.glyphs)
    var lines = [StyledLine(mark.word.prefix(1).uppercased() + mark.word.dropFirst(), mark.role)]
    func add(_ text: String?, _ role: ThemeRole, lead: String = "") {
      guard let text, !text.isEmpty else { return }
      let room = max(8, textColumns - TextWidth.columns(of: lead))
      for (index, words) in TextWrapping.lines(of: text, columns: room).enumerated() {
        let before = index == 0 ? lead : String(repeating: " ", count: lead.count)
        lines.append(StyledLine([StyledSpan(before, .textAccent), StyledSpan(words, role)]))
      }
    }
    if TextWidth.columns(of: row.says) > textColumns - 4 { add(row.says, .textStrong) }
    add(row.verdict?.why, .text)
    add(row.verdict?.remedy, .textStrong, lead: state.glyphs == .unicode ? "→ " : "> ")
    add(place(of: row.verdict), .textMuted)
    if row.status == nil, let fault = state.record?.fault { add(fault.words, .bad) }
    return lines
  }

  private func place(of verdict: GoalVerdict?) -> String? {
    guard let verdict, let file = verdict.file else { return nil }
    guard state.isThere(file) else { return "\(file), which is not there yet" }
    guard let line = verdict.line else { return file }
    return "\(file), line \(line)" + (verdict.column.map { ", column \($0)" } ?? "")
  }

  private func goalChoices(_ row: GoalRow?) -> [KeyHint] {
    let goes = row?.verdict?.file.map(state.isThere) == true ? [KeyHint("Enter", "go there")] : []
    let letters = ConsoleState.goalLetters
      .filter { state.disabledReason(of: $0.command) == nil }
      .map { KeyHint(String($0.letter), $0.title) }
    return goes + [KeyHint("c", "check again")] + letters + [KeyHint("Esc", "close")]
  }

  /// What was done so far, in one line.
  private var progressWords: String {
    guard let progress = state.record?.progress else { return "" }
    func count(_ number: Int, _ word: String) -> String? {
      number == 0 ? nil : "\(number) \(word)\(number == 1 ? "" : "s")"
    }
    return [
      progress.passedAt == nil ? nil : "passed",
      count(progress.hintsShown, "hint"), count(progress.checks, "check"),
      progress.solutionShownAt == nil ? nil : "solution seen",
    ].compactMap(\.self).joined(separator: " · ")
  }
}
