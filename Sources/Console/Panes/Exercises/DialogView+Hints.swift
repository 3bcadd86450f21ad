import SessionEngine
import TerminalCore
import WorkshopModel

extension DialogView {
  func hintTitle(_ page: Int) -> String {
    guard let shown = state.record?.hints, shown.indices.contains(page) else { return "Hints" }
    return "Hint \(shown[page].number) of \(shown[page].count)"
  }

  func hintLines(_ page: Int) -> [StyledLine] {
    guard let shown = state.record?.hints else {
      return [StyledLine("Reading the hints…", .textMuted)]
    }
    guard shown.indices.contains(page) else {
      return TextWrapping.lines(
        of: "No hint was shown yet. Each says more than the one before; "
          + "how many you take is counted, and costs nothing.", columns: textColumns
      ).map { StyledLine($0) }
    }
    let hint = shown[page]
    var lines: [StyledLine] = []
    let goal = state.exercise.flatMap(state.workshop.exercise)?.goals.first { $0.id == hint.goal }
    if let goal {
      lines += TextWrapping.lines(of: "For: \(goal.says)", columns: textColumns)
        .map { StyledLine($0, .textMuted) }
      lines.append(StyledLine())
    }
    return lines + MarkdownBlock(hint.text).lines(columns: textColumns, glyphs: state.glyphs)
  }

  func hintChoices(_ page: Int) -> [KeyHint] {
    let shown = state.record?.hints ?? []
    var choices: [KeyHint] = []
    if page < shown.count - 1 {
      choices.append(KeyHint("Enter", "next"))
    } else if state.isHintLeft {
      choices.append(KeyHint("Enter", shown.isEmpty ? "show the first" : "one more hint"))
    }
    if shown.count > 1 { choices.append(KeyHint(state.glyphs.keyName("←"), "earlier")) }
    if state.openExercise?.pitfalls.isEmpty == false { choices.append(KeyHint("p", "pitfalls")) }
    return choices + [KeyHint("Esc", "close")]
  }

  func drawPitfalls(
    _ selected: Int, _ scroll: Int, into buffer: inout CellBuffer
  ) -> Drawn {
    let pitfalls = state.openExercise?.pitfalls ?? []
    let details = pitfallLines(selected)
    let foot = KeyHint.lines(of: pitfallChoices, columns: textColumns)
    let inside = box(
      "Pitfalls of \(state.exercise ?? "")", columns: textColumns + 5,
      rows: pitfalls.count + details.count + foot.count + 4, into: &buffer)
    let (upper, below) = inside.splitBottom(foot.count)
    let (list, rest) = upper.splitTop(pitfallListRows(upper.rows))
    let found = Set(state.record?.verdict?.goals.compactMap(\.wrongWay) ?? [])
    let mark = GoalMark(.wrong, glyphs: state.glyphs)
    let shown = ListView(
      pitfalls.map { pitfall in
        StyledLine(
          [StyledSpan(pitfall.title, .text)]
            + (found.contains(pitfall.id)
              ? [StyledSpan("  \(mark.shape) found in your work", mark.role)] : []))
      }, selected: selected)
    drawList(shown, into: &buffer, area: list)
    let text = rest.splitTop(1).rest.splitBottom(1).rest
    drawLines(details, scroll, into: &buffer, area: text)
    return Drawn(
      spots: rowSpots(list, selected: selected, count: pitfalls.count)
        + drawChoices(foot, into: &buffer, area: below))
  }

  func mostPitfallScroll(_ selected: Int) -> Int {
    let foot = KeyHint.lines(of: pitfallChoices, columns: textColumns).count
    let count = state.openExercise?.pitfalls.count ?? 0
    let details = pitfallLines(selected).count
    let upper = min(count + details + foot + 4, state.size.rows) - 2 - foot
    return max(0, details - max(0, upper - pitfallListRows(upper) - 2))
  }

  /// The list leaves the text at least half of the box.
  private func pitfallListRows(_ rows: Int) -> Int {
    min(state.openExercise?.pitfalls.count ?? 0, max(1, rows / 2))
  }

  private var pitfallChoices: [KeyHint] {
    [
      KeyHint(state.glyphs.keyName("↑↓"), "choose"), KeyHint("Space", "scroll"),
      KeyHint("Esc", "close"),
    ]
  }

  private func pitfallLines(_ selected: Int) -> [StyledLine] {
    let pitfalls = state.openExercise?.pitfalls ?? []
    guard pitfalls.indices.contains(selected) else { return [] }
    let pitfall = pitfalls[selected]
    func markdown(_ text: String) -> [StyledLine] {
      MarkdownBlock(text).lines(columns: textColumns, glyphs: state.glyphs)
    }
    return [StyledLine("What one sees", .textAccent)] + markdown(pitfall.sees)
      + [StyledLine(), StyledLine("How to recover", .textAccent)] + markdown(pitfall.recovery)
  }
}
