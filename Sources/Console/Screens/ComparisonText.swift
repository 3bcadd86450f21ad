import SessionEngine
import TerminalCore

/// What a comparison says in lines: sentences, the table of figures, the environments' differences.
struct ComparisonText {
  let value: Comparison
  let glyphs: GlyphSet
  /// Those that have not ended.
  var alive: Set<RunID> = []

  /// The sides with their runs, how they went and what they are.
  func sides(columns: Int) -> [StyledLine] {
    value.sides.enumerated().flatMap { index, side in
      let style = CurveStyle(side: index, glyphs: glyphs)
      let going = side.runs.count(where: alive.contains)
      let ended =
        going == side.runs.count && going == 1
        ? "still runs"
        : "\(side.succeeded) of \(side.runs.count) ended well"
          + (going > 0 ? ", \(going) still \(going == 1 ? "runs" : "run")" : "")
      let lead = "\(style.marker) \(side.title)  "
      let words = [ended, side.provider, side.about].filter { !$0.isEmpty }.joined(separator: " · ")
      return wrapped(words, .text, lead: lead, style.role, columns: columns)
    }
  }

  func sentences(columns: Int) -> [StyledLine] {
    value.sentences.flatMap { sentence in
      wrapped(sentence, .textStrong, lead: "\(glyphs.bullet) ", .textAccent, columns: columns)
    }
  }

  /// Every figure in a row of a table, or where that is too narrow in rows of its own.
  func figures(columns: Int) -> [StyledLine] {
    guard !value.figures.isEmpty else {
      return [StyledLine("The runs gave no figures to compare.", .textMuted)]
    }
    let isPair = value.sides.count == 2
    let titles =
      [StyledSpan("", .textMuted)]
      + value.sides.enumerated().map { index, side in
        let style = CurveStyle(side: index, glyphs: glyphs)
        return StyledSpan("\(style.marker) \(side.title)", style.role)
      } + (isPair ? [StyledSpan("ratio", .textMuted)] : []) + [StyledSpan("", .textMuted)]
    let rows = value.figures.map { figure in row(figure, isPair: isPair) }
    let widths = titles.indices.map { column in
      ([titles] + rows).map { TextWidth.columns(of: $0[column].text) }.max() ?? 0
    }
    guard widths.reduce(0, +) + 2 * (widths.count - 1) <= columns else {
      return stacked(columns: columns)
    }
    return ([titles] + rows).map { cells in
      StyledLine(
        cells.enumerated().map { column, cell in
          let room = String(
            repeating: " ", count: widths[column] - TextWidth.columns(of: cell.text))
          let isRight = column > 0 && column < cells.count - 1
          return StyledSpan((isRight ? room + cell.text : cell.text + room) + "  ", cell.role)
        })
    }
  }

  private func row(_ figure: Comparison.Figure, isPair: Bool) -> [StyledSpan] {
    let cells = value.sides.indices.map { side -> StyledSpan in
      let spread = figure.values.indices.contains(side) ? figure.values[side] : nil
      let ratio = !isPair && side > 0 && spread != nil ? ratio(figure, side) : ""
      let text = ComparisonFigureText.spread(spread, unit: figure.unit)
      return StyledSpan(
        ratio.isEmpty ? text : "\(text) (\(ratio))",
        spread == nil ? .disabled : CurveStyle(side: side, glyphs: glyphs).role)
    }
    let verdict = ComparisonFigureText.verdict(figure, value.sides)
    return [StyledSpan(ComparisonFigureText.title(figure), .textMuted)] + cells
      + (isPair ? [StyledSpan(ratio(figure, 1), .text)] : [])
      + [StyledSpan(verdict, role(of: figure.verdict))]
  }

  private func ratio(_ figure: Comparison.Figure, _ side: Int) -> String {
    ComparisonFigureText.ratio(figure.ratios.indices.contains(side) ? figure.ratios[side] : nil)
  }

  private func role(of verdict: Comparison.Verdict) -> ThemeRole {
    if case .better = verdict { return .textStrong }
    return .textMuted
  }

  /// A figure's title with its verdict, and a line for each side.
  private func stacked(columns: Int) -> [StyledLine] {
    value.figures.flatMap { figure in
      let verdict = ComparisonFigureText.verdict(figure, value.sides)
      let title = StyledLine([
        StyledSpan(ComparisonFigureText.title(figure), .textStrong),
        StyledSpan(verdict.isEmpty ? "" : "  \(verdict)", role(of: figure.verdict)),
      ])
      let widest = value.sides.map { TextWidth.columns(of: $0.title) }.max() ?? 0
      let lines = value.sides.enumerated().map { index, side in
        let style = CurveStyle(side: index, glyphs: glyphs)
        let spread = figure.values.indices.contains(index) ? figure.values[index] : nil
        let room = String(repeating: " ", count: widest - TextWidth.columns(of: side.title))
        return StyledLine([
          StyledSpan("  \(style.marker) \(side.title)\(room)  ", style.role),
          StyledSpan(
            ComparisonFigureText.spread(spread, unit: figure.unit),
            spread == nil ? .disabled : .text),
          StyledSpan(index > 0 && spread != nil ? "  \(ratio(figure, index))" : "", .textMuted),
        ])
      }
      return [title] + lines
    }
  }

  /// The title of the differences, with the order their values stand in.
  var differencesTitle: String {
    "Different in the environments: " + value.sides.map(\.title).joined(separator: " | ")
  }

  /// Each subject with what stands on every side.
  func differences(columns: Int) -> [StyledLine] {
    let shared = value.sharedPackages.map { count in
      wrapped(
        "\(count) \(count == 1 ? "package is" : "packages are") the same.", .textMuted, lead: "",
        .textMuted, columns: columns)
    }
    guard !value.differences.isEmpty else {
      return [StyledLine("The environments are the same, as far as they are known.", .textMuted)]
        + (shared ?? [])
    }
    let widest = min(20, value.differences.map { TextWidth.columns(of: $0.subject) }.max() ?? 0)
    return value.differences.flatMap { difference in
      let room = max(0, widest - TextWidth.columns(of: difference.subject))
      let lead = difference.subject + String(repeating: " ", count: room) + "  "
      let words = difference.values.map { $0 ?? "–" }.joined(separator: "  |  ")
      return wrapped(words, .text, lead: lead, .textMuted, columns: columns)
    } + (shared ?? [])
  }

  /// What must be known to read the figures, once for all that share it.
  func notes(columns: Int) -> [StyledLine] {
    var notes: [(note: String, titles: [String])] = []
    for figure in value.figures {
      guard let note = figure.note else { continue }
      if let index = notes.firstIndex(where: { $0.note == note }) {
        notes[index].titles.append(figure.title)
      } else {
        notes.append((note, [figure.title]))
      }
    }
    return notes.flatMap { note, titles in
      wrapped(
        note, .text, lead: "\(titles.joined(separator: ", ")): ", .textMuted, columns: columns)
    }
  }

  private func wrapped(
    _ text: String, _ role: ThemeRole, lead: String, _ leadRole: ThemeRole, columns: Int
  ) -> [StyledLine] {
    let indent = TextWidth.columns(of: lead)
    let room = max(8, columns - indent)
    return TextWrapping.lines(of: text, columns: room).enumerated().map { index, line in
      let start = index == 0 ? lead : String(repeating: " ", count: indent)
      return StyledLine([StyledSpan(start, leadRole), StyledSpan(line, role)])
    }
  }
}
