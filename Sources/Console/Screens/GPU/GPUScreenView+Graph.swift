import GPUMetrics
import TerminalCore

extension GPUScreenView {
  /// From so many columns on two gauges stand beside each other.
  static let pairColumns = 70
  private static let gutterColumns = 12

  /// Utilisation, memory, temperature and power; where it is low what has room of them in a line.
  func drawGauges(of device: GPUDevice, into buffer: inout CellBuffer, area: Rect) {
    guard !area.isEmpty else { return }
    let gauges = GPUGauges(
      device: device, now: picture.time, warnings: GPUWarning.all(of: device))
    let metrics = [GPUMetric.utilization, .memoryUsed, .temperature, .power]
    guard area.rows > 1 else {
      let spans = [GPUMetric.utilization, .memoryUsed].map { metric in
        StyledSpan("\(gauges.text(metric)) · ", device[metric].value == nil ? .disabled : .text)
      }
      StyledLine(spans + gauges.facts.spans).truncated(to: area.columns, glyphs: state.glyphs)
        .write(
          into: &buffer, column: area.column, row: area.row, clip: area, theme: state.theme)
      return
    }
    let isPaired = area.rows < metrics.count
    let half = isPaired ? (area.columns - 3) / 2 : area.columns
    for (index, metric) in metrics.enumerated() {
      let place = Rect(
        column: area.column + (isPaired && index % 2 == 1 ? half + 3 : 0),
        row: area.row + (isPaired ? index / 2 : index), columns: half, rows: 1)
      let below = isPaired ? [metrics[index % 2], metrics[index % 2 + 2]] : metrics
      gauges.draw(
        metric, textColumns: below.map { TextWidth.columns(of: gauges.text($0)) }.max() ?? 0,
        into: &buffer, area: place.intersection(area), theme: state.theme, glyphs: state.glyphs)
    }
  }

  /// How many columns of the graph show time.
  func graphColumns(in area: Rect) -> Int { plot(of: parts(of: area).graph).columns }

  /// The figure over time, between what its rows and columns stand for.
  func drawGraph(of device: GPUDevice, into buffer: inout CellBuffer, area: Rect) {
    guard area.rows > 1 else { return }
    let (caption, body) = area.splitTop(1)
    let (rows, axis) = body.splitBottom(body.rows > 3 ? 1 : 0)
    let plot = self.plot(of: area)
    let timeline = state.gpuTimeline(columns: plot.columns)
    let metric = state.gpuView.metric
    let graph = GPUGraph(picture, of: device, metric, timeline, glyphs: state.glyphs)
    let end = words(of: device, timeline).truncated(to: caption.columns, glyphs: state.glyphs)
      .write(
        into: &buffer, column: caption.column, row: caption.row, clip: caption,
        theme: state.theme)
    let muted = state.theme[.textMuted]
    for (text, row) in [(graph.scale.top, rows.row), (graph.scale.bottom, rows.endRow - 1)] {
      let label = state.glyphs.truncate(text, to: Self.gutterColumns - 1)
      buffer.write(
        label, column: plot.column - 1 - TextWidth.columns(of: label), row: row, style: muted,
        clip: rows)
    }
    guard graph.total != nil else {
      let figure = GPUFigure(metric, of: device, now: picture.time)
      let words = figure.value == nil ? "n/a: \(figure.note ?? "")" : "Nothing was known then."
      return TextBlock(words, role: .textMuted).draw(
        into: &buffer, area: plot, theme: state.theme, glyphs: state.glyphs)
    }
    graph.draw(into: &buffer, area: plot, theme: state.theme, glyphs: state.glyphs)
    let kinds = GPUMarks(picture, device).draw(
      on: timeline, into: &buffer, area: plot, theme: state.theme, glyphs: state.glyphs)
    GPUMarks.drawLegend(
      kinds, into: &buffer, area: caption.splitLeft(end - caption.column + 2).rest,
      theme: state.theme, glyphs: state.glyphs)
    drawAxis(timeline, into: &buffer, area: axis, plot: plot)
  }

  private func plot(of area: Rect) -> Rect {
    let body = area.splitTop(1).rest
    return body.splitBottom(body.rows > 3 ? 1 : 0).rest.splitLeft(Self.gutterColumns).rest
  }

  /// Such as `GPU utilisation 84 % · last 4 min · a column is 2 s`.
  private func words(of device: GPUDevice, _ timeline: GPUTimeline) -> StyledLine {
    let figure = GPUFigure(state.gpuView.metric, of: device, now: picture.time)
    let step = GPUTimeWords.duration(timeline.step)
    let peaks = state.gpuView.zoom.rawValue >= GPUZoom.tenSeconds.rawValue
    return StyledLine([
      StyledSpan("\(state.gpuView.metric.name) ", .textAccent),
      StyledSpan((state.gpuView.end == nil ? "" : "now ") + figure.whole, figure.role),
      StyledSpan(
        " · \(state.gpuSpanWords(timeline)) · a column is \(step)"
          + (peaks ? ": mean, dots are peaks" : ""), .textMuted),
    ])
  }

  /// The moments of the ends, and of the middle where there is room.
  private func drawAxis(
    _ timeline: GPUTimeline, into buffer: inout CellBuffer, area: Rect, plot: Rect
  ) {
    guard !area.isEmpty else { return }
    func write(_ text: String, endingAt column: Int) {
      buffer.write(
        text, column: column - TextWidth.columns(of: text), row: area.row,
        style: state.theme[.textMuted], clip: area)
    }
    let begin = GPUTimeWords.moment(timeline.begin, state.timeZone)
    write(begin, endingAt: plot.column + begin.count)
    let isLive = state.gpuView.end == nil && state.gpuView.frozen == nil
    write(
      isLive ? "now" : GPUTimeWords.moment(timeline.end, state.timeZone), endingAt: plot.endColumn)
    guard plot.columns >= 40 else { return }
    let middle = GPUTimeWords.moment((timeline.begin + timeline.end) / 2, state.timeZone)
    write(middle, endingAt: plot.column + plot.columns / 2 + middle.count / 2)
  }
}
