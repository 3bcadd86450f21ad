import GPUMetrics
import SessionEngine
import TerminalCore

/// A figure of a device over time: the mean filled, the highest as a dot above it where a column
/// stands for more than one value, a gap where nothing was known, and marks of its runs.
struct GPUGraph {
  let picture: GPUPicture
  let device: GPUDevice
  let metric: GPUMetric
  let timeline: GPUTimeline
  /// What the rows stand for, from the lowest to the highest.
  let scale: GPUScale
  private let spans: [GPUSpan?]

  init(
    _ picture: GPUPicture, of device: GPUDevice, _ metric: GPUMetric, _ timeline: GPUTimeline,
    glyphs: GlyphSet
  ) {
    self.picture = picture
    self.device = device
    self.metric = metric
    self.timeline = timeline
    let perColumn = glyphs == .unicode ? 2 : 1
    spans = picture.history.spans(
      of: metric, device: device.index, ending: timeline.end,
      step: timeline.step / Double(perColumn), count: timeline.columns * perColumn)
    scale = GPUScale(metric, of: device, spans: spans)
  }

  /// The least, mean and greatest of what is drawn; nil where nothing was known.
  var total: GPUSpan? {
    let known = spans.compactMap(\.self)
    guard let minimum = known.map(\.minimum).min(), let maximum = known.map(\.maximum).max() else {
      return nil
    }
    let mean = known.reduce(0) { $0 + $1.mean } / Double(known.count)
    return GPUSpan(minimum: minimum, mean: mean, maximum: maximum)
  }

  func draw(into buffer: inout CellBuffer, area: Rect, theme: Theme, glyphs: GlyphSet) {
    guard !area.isEmpty else { return }
    LineGraph(
      spans.map { $0?.mean }, range: scale.range, peaks: spans.map { $0?.maximum }
    ).draw(into: &buffer, area: area, theme: theme, glyphs: glyphs)
    drawGaps(into: &buffer, area: area, theme: theme, glyphs: glyphs)
  }

  /// Where the session has been and nothing was known stands a dot on the ground: that is not 0.
  private func drawGaps(into buffer: inout CellBuffer, area: Rect, theme: Theme, glyphs: GlyphSet) {
    guard let oldest = picture.history.oldestTime, let newest = picture.history.newestTime else {
      return
    }
    let perColumn = max(1, spans.count / max(1, timeline.columns))
    for column in 0..<min(area.columns, timeline.columns) {
      let time = timeline.begin + Double(column) * timeline.step
      guard time + timeline.step > oldest, time <= newest,
        spans[column * perColumn..<(column + 1) * perColumn].allSatisfy({ $0 == nil })
      else { continue }
      buffer.write(
        String(glyphs.gap), column: area.column + column, row: area.endRow - 1,
        style: theme[.textMuted], clip: area)
    }
  }
}
