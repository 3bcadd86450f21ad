import GPUMetrics
import SessionEngine
import TerminalCore

extension GPUPane {
  private static let caption = "busy, newest at the right"

  func drawHistory(of device: GPUDevice, into buffer: inout CellBuffer, area: Rect) {
    guard area.rows >= 2 else { return }
    let (caption, graph) = area.splitTop(1)
    buffer.write(
      Self.caption, column: caption.column, row: caption.row,
      style: state.theme[.textMuted], clip: caption)
    let points = state.gpuHistory.points(of: .utilization, device: device.index)
    LineGraph(points.map(\.value), range: 0...100)
      .draw(into: &buffer, area: graph, theme: state.theme, glyphs: state.glyphs)
    drawMarks(of: device, over: points, into: &buffer, caption: caption, graph: graph)
  }

  /// What began, finished an epoch or failed stands over the moment it did, in the top row; of
  /// several at one place the one that matters most.
  private func drawMarks(
    of device: GPUDevice, over points: [GPUPoint], into buffer: inout CellBuffer, caption: Rect,
    graph: Rect
  ) {
    guard let owned = ownership(of: device), let all = state.gpuOwnership?.marks else { return }
    let perColumn = state.glyphs == .unicode ? 2 : 1
    let newest = points.suffix(graph.columns * perColumn)
    guard let oldest = newest.first, let last = newest.last else { return }
    let start = graph.columns * perColumn - newest.count
    var drawn: [Int: GPUMark.Kind] = [:]
    for mark in all
    where owned.runs.contains(mark.run) && mark.time >= oldest.time && mark.time <= last.time {
      let place = newest.firstIndex { $0.time >= mark.time } ?? newest.endIndex - 1
      let column = (start + place - newest.startIndex) / perColumn
      if let before = drawn[column], Self.rank(before) >= Self.rank(mark.kind) { continue }
      drawn[column] = mark.kind
    }
    for (column, kind) in drawn {
      buffer.write(
        String(glyph(of: kind)), column: graph.column + column, row: graph.row,
        style: state.theme[Self.rank(kind) == 2 ? .bad : .textStrong], clip: graph)
    }
    drawLegend(drawn.values, into: &buffer, caption: caption)
  }

  /// What the marks mean that are there, where it fits beside the caption.
  private func drawLegend(
    _ kinds: some Sequence<GPUMark.Kind>, into buffer: inout CellBuffer, caption: Rect
  ) {
    let byRank = Dictionary(kinds.map { (Self.rank($0), $0) }, uniquingKeysWith: { $1 })
    let words = byRank.sorted { $0.key < $1.key }
      .map { "\(glyph(of: $0.value)) \(Self.names[$0.key])" }.joined(separator: "  ")
    let column = caption.columns - TextWidth.columns(of: words)
    guard !words.isEmpty, column >= Self.caption.count + 2 else { return }
    buffer.write(
      words, column: caption.column + column, row: caption.row, style: state.theme[.textMuted],
      clip: caption)
  }

  private static let names = ["epoch", "began", "failed"]

  private static func rank(_ kind: GPUMark.Kind) -> Int {
    switch kind {
    case .epoch: 0
    case .began: 1
    case .failed: 2
    }
  }

  private func glyph(of kind: GPUMark.Kind) -> Character {
    switch kind {
    case .epoch: state.glyphs.bullet
    case .began: state.glyphs.pointer
    case .failed: state.glyphs.secondMarker
    }
  }
}
