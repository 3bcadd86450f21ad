import SessionEngine
import TerminalCore

/// What the two runs say, side by side as figures, with their loss over the epochs.
struct ComparisonStrip {
  private static let roles: [ThemeRole] = [.seriesFirst, .seriesSecond]
  /// Below this height, and wide enough, the figures lie in rows instead of columns.
  private static let lowRows = 12
  private static let wideColumns = 70
  private static let namedCurveColumns = 40
  let state: ConsoleState

  func draw(into buffer: inout CellBuffer, area: Rect) {
    Frame(title: "Side by side", badge: state.comparableRuns == nil ? "" : "c compares").draw(
      into: &buffer, area: area, theme: state.theme, glyphs: state.glyphs)
    let inside = Frame.interior(of: area).inset(columns: 1)
    guard (0...1).contains(where: { workload(in: $0) != nil }) else {
      return draw(
        "Epoch, loss, accuracy and speed of both runs stand here as soon as they print them.",
        .textMuted, into: &buffer, area: inside)
    }
    if let words = wordsWithoutFigures {
      return draw(words, .textMuted, into: &buffer, area: inside)
    }
    if area.rows <= Self.lowRows, area.columns >= Self.wideColumns {
      drawLying(into: &buffer, area: inside)
    } else {
      drawUpright(into: &buffer, area: inside)
    }
  }

  /// A column for each run; the curve below, and what can be said at the bottom.
  private func drawUpright(into buffer: inout CellBuffer, area: Rect) {
    let rows = figures.map { figure in
      [StyledSpan(figure.name, .textMuted)] + (0...1).map { cell(figure, $0) }
    }
    let columns = [Table.Column("")] + (0...1).map { Table.Column(name($0), .right) }
    let (table, below) = area.splitTop(min(area.rows, rows.count + 1))
    Table(columns, rows: rows).draw(
      into: &buffer, area: table, theme: state.theme, glyphs: state.glyphs)
    let lines = TextWrapping.lines(of: sentences, columns: max(1, area.columns))
    let room = sentences.isEmpty ? 0 : min(lines.count, max(0, below.rows - 4))
    let (curve, text) = below.splitBottom(room)
    drawCurve(into: &buffer, area: curve)
    draw(sentences, .textStrong, into: &buffer, area: text)
  }

  /// A row for each run; below it the curve beside what can be said.
  private func drawLying(into buffer: inout CellBuffer, area: Rect) {
    let columns = [Table.Column("")] + figures.map { Table.Column($0.name, .right) }
    let rows = (0...1).map { pane in
      [StyledSpan(name(pane), Self.roles[pane])] + figures.map { cell($0, pane) }
    }
    let (table, below) = area.splitTop(3)
    Table(columns, rows: rows).draw(
      into: &buffer, area: table, theme: state.theme, glyphs: state.glyphs)
    let (curve, text) = below.splitLeft(below.columns * 2 / 5)
    drawCurve(into: &buffer, area: curve)
    draw(sentences, .textStrong, into: &buffer, area: text.splitLeft(2).rest)
  }

  private func workload(in pane: Int) -> RunRecord? {
    guard let run = state.run(inPane: pane), run.snapshot.purpose == .workload else { return nil }
    return run
  }

  /// What is said where both have ended and neither printed a figure; nil otherwise.
  private var wordsWithoutFigures: String? {
    let runs = (0...1).compactMap { workload(in: $0) }
    let isOver = runs.allSatisfy { !$0.snapshot.state.isAlive }
    let printed: (RunRecord) -> Bool = { run in
      let metrics = run.snapshot.metrics
      return metrics.device != nil || metrics.epoch != nil || metrics.loss != nil
        || metrics.accuracy != nil || metrics.imagesPerSecond != nil
    }
    guard isOver, !runs.contains(where: printed) else { return nil }
    let times = runs.map { run in
      let time = run.seconds(at: state.clock.uptime).map(RunWords.duration) ?? "n/a"
      return "\(run.snapshot.environment): \(RunWords.short(run.snapshot)), \(time)."
    }
    return
      (times + [
        "No figures were printed. Lines such as epoch=1 loss=0.5 accuracy=0.8 are read as figures."
      ]).joined(separator: "\n")
  }

  private var figures: [ComparisonFigures] { ComparisonFigures.all(at: state.clock.uptime) }

  private var sentences: String {
    guard let first = workload(in: 0)?.snapshot, let second = workload(in: 1)?.snapshot,
      first.exercise == second.exercise
    else { return "" }
    return RunComparison(first: first, second: second).sentences.joined(separator: " ")
  }

  private func name(_ pane: Int) -> String {
    workload(in: pane)?.snapshot.environment ?? state.runPanes[pane].lane?.environment ?? "–"
  }

  private func cell(_ figure: ComparisonFigures, _ pane: Int) -> StyledSpan {
    guard let run = workload(in: pane) else { return StyledSpan("–", .disabled) }
    return figure.value(run).map { StyledSpan($0, Self.roles[pane]) }
      ?? StyledSpan("n/a", .disabled)
  }

  private func drawCurve(into buffer: inout CellBuffer, area: Rect) {
    guard area.rows >= 3, area.columns >= 12 else { return }
    // Without colour only their names tell the curves apart; what they show stands in the table.
    let suffix = area.columns < Self.namedCurveColumns ? "" : " loss"
    LossCurve(first: series(0, suffix), second: series(1, suffix), xName: "epoch")
      .draw(into: &buffer, area: area, theme: state.theme, glyphs: state.glyphs)
  }

  private func series(_ pane: Int, _ suffix: String) -> CurveSeries {
    let points = workload(in: pane)?.snapshot.metrics.losses ?? []
    return CurveSeries(
      name: name(pane) + suffix,
      points: points.map { CurveSeries.Point(x: $0.progress, y: $0.loss) })
  }

  private func draw(
    _ text: String, _ role: ThemeRole, into buffer: inout CellBuffer, area: Rect
  ) {
    TextBlock(text, role: role).draw(
      into: &buffer, area: area, theme: state.theme, glyphs: state.glyphs)
  }
}
