import GPUMetrics
import SessionEngine
import TerminalCore

extension GPUPane {
  /// The graph under its caption.
  func drawHistory(
    of device: GPUDevice, isNamed: Bool, into buffer: inout CellBuffer, area: Rect
  ) {
    guard area.rows >= 2 else { return }
    let (caption, graph) = area.splitTop(1)
    let name = isNamed ? "GPU \(device.index): " : ""
    let words = state.glyphs.truncate(
      name + graphWords(columns: graph.columns), to: caption.columns)
    let end = buffer.write(
      words, column: caption.column, row: caption.row, style: state.theme[.textMuted],
      clip: caption)
    let kinds = drawGraph(of: device, into: &buffer, area: graph)
    GPUMarks.drawLegend(
      kinds, into: &buffer, area: caption.splitLeft(end - caption.column + 2).rest,
      theme: state.theme, glyphs: state.glyphs)
  }

  /// The graph alone; returns what marks there are.
  @discardableResult
  func drawGraph(
    of device: GPUDevice, into buffer: inout CellBuffer, area: Rect
  ) -> [GPUMark.Kind] {
    guard !area.isEmpty else { return [] }
    let timeline = state.gpuTimeline(columns: area.columns)
    GPUGraph(picture, of: device, state.gpuView.metric, timeline, glyphs: state.glyphs)
      .draw(into: &buffer, area: area, theme: state.theme, glyphs: state.glyphs)
    // In one row a mark would hide what it stands on.
    guard area.rows > 1 else { return [] }
    return GPUMarks(picture, device).draw(
      on: timeline, into: &buffer, area: area, theme: state.theme, glyphs: state.glyphs)
  }

  /// Such as `GPU utilisation, last 1 min 56 s`.
  func graphWords(columns: Int) -> String {
    "\(state.gpuView.metric.name), \(state.gpuSpanWords(state.gpuTimeline(columns: columns)))"
  }
}
