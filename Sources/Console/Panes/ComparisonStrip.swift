import SessionEngine
import TerminalCore

/// What the two runs say, side by side as figures, with their loss over the epochs.
struct ComparisonStrip {
  let state: ConsoleState

  func draw(into buffer: inout CellBuffer, area: Rect) {
    Frame(title: "Side by side").draw(
      into: &buffer, area: area, theme: state.theme, glyphs: state.glyphs)
    let inside = Frame.interior(of: area).inset(columns: 1)
    let runs = [workload(in: 0), workload(in: 1)]
    guard runs.contains(where: { $0 != nil }) else {
      TextBlock(
        "Epoch, loss, accuracy and speed of both runs stand here as soon as they print them.",
        role: .textMuted
      ).draw(into: &buffer, area: inside, theme: state.theme, glyphs: state.glyphs)
      return
    }
    if area.rows <= 12, area.columns >= 70 {
      let (table, plot) = inside.splitLeft(min(58, inside.columns * 3 / 5))
      drawTable(runs, into: &buffer, area: table)
      drawCurve(runs, into: &buffer, area: plot)
    } else {
      drawUpright(runs, into: &buffer, area: inside)
    }
  }

  /// The table above, the curve below, and what can be said at the bottom.
  private func drawUpright(_ runs: [RunRecord?], into buffer: inout CellBuffer, area: Rect) {
    let (tableArea, below) = area.splitTop(min(area.rows, rows(runs).count + 1))
    drawTable(runs, into: &buffer, area: tableArea)
    let text = sentences(runs).joined(separator: " ")
    let lines = TextWrapping.lines(of: text, columns: max(1, area.columns))
    let room = max(0, below.rows - 5)
    let (curveArea, textArea) = below.splitBottom(text.isEmpty ? 0 : min(lines.count, room))
    drawCurve(runs, into: &buffer, area: curveArea)
    TextBlock(text, role: .textStrong).draw(
      into: &buffer, area: textArea, theme: state.theme, glyphs: state.glyphs)
  }

  private func workload(in pane: Int) -> RunRecord? {
    guard let run = state.run(inPane: pane), run.snapshot.purpose == .workload else { return nil }
    return run
  }

  private func sentences(_ runs: [RunRecord?]) -> [String] {
    guard let first = runs[0]?.snapshot, let second = runs[1]?.snapshot,
      first.exercise == second.exercise
    else { return [] }
    return RunComparison(first: first, second: second).sentences
  }

  private func drawTable(_ runs: [RunRecord?], into buffer: inout CellBuffer, area: Rect) {
    Table(
      [
        Table.Column(""), Table.Column(name(runs[0], 0), .right),
        Table.Column(name(runs[1], 1), .right),
      ],
      rows: rows(runs)
    ).draw(into: &buffer, area: area, theme: state.theme, glyphs: state.glyphs)
  }

  private func name(_ run: RunRecord?, _ pane: Int) -> String {
    run?.snapshot.environment ?? state.runPanes[pane].lane?.environment ?? "–"
  }

  private func rows(_ runs: [RunRecord?]) -> [[StyledSpan]] {
    let uptime = state.clock.uptime
    return [
      row("device", runs) { $0.snapshot.metrics.device },
      row("epoch", runs) { run in
        run.snapshot.metrics.epoch.map { epoch in
          "\(epoch)" + (run.snapshot.metrics.plannedEpochs.map { "/\($0)" } ?? "")
        }
      },
      row("loss", runs) { $0.snapshot.metrics.loss.map { RunWords.fixed($0, 3) } },
      row("accuracy", runs) {
        $0.snapshot.metrics.accuracy.map { RunWords.fixed($0 * 100, 1) + " %" }
      },
      row("images/s", runs) { $0.snapshot.metrics.imagesPerSecond.map(RunWords.grouped) },
      row("elapsed", runs) { $0.seconds(at: uptime).map(RunWords.duration) },
      row("peak mem", runs) { run in
        (run.snapshot.metrics.peakMemoryBytes ?? Self.measuredPeak(run)).map(RunWords.bytes)
      },
    ]
  }

  private func row(
    _ name: String, _ runs: [RunRecord?], _ value: (RunRecord) -> String?
  ) -> [StyledSpan] {
    [StyledSpan(name, .textMuted)]
      + zip(runs, [ThemeRole.seriesFirst, .seriesSecond]).map { run, role in
        guard let run else { return StyledSpan("–", .disabled) }
        return value(run).map { StyledSpan($0, role) } ?? StyledSpan("n/a", .disabled)
      }
  }

  /// What the kernel measured, where the run does not say.
  private static func measuredPeak(_ run: RunRecord) -> UInt64? {
    if case .ended(let report) = run.snapshot.state { return report.peakMemoryBytes }
    return nil
  }

  private func drawCurve(_ runs: [RunRecord?], into buffer: inout CellBuffer, area: Rect) {
    guard area.rows >= 3, area.columns >= 12 else { return }
    LossCurve(first: series(runs[0], 0), second: series(runs[1], 1), xName: "epoch")
      .draw(into: &buffer, area: area, theme: state.theme, glyphs: state.glyphs)
  }

  private func series(_ run: RunRecord?, _ pane: Int) -> CurveSeries {
    let points = run?.snapshot.metrics.losses ?? []
    return CurveSeries(
      name: "loss", points: points.map { CurveSeries.Point(x: $0.progress, y: $0.loss) })
  }
}
