import GPUMetrics
import SessionEngine
import TerminalCore

/// What runs began, finished an epoch or failed on a device, over the moment they did.
struct GPUMarks {
  private let marks: [GPUMark]

  init(_ picture: GPUPicture, _ device: GPUDevice) {
    let runs = picture.ownership(of: device)?.runs ?? []
    marks = (picture.ownership?.marks ?? []).filter { runs.contains($0.run) }
  }

  /// Draws them in the top row; of several at one place the one that matters most.
  /// - Returns: Those drawn.
  func draw(
    on timeline: GPUTimeline, into buffer: inout CellBuffer, area: Rect, theme: Theme,
    glyphs: GlyphSet
  ) -> [GPUMark.Kind] {
    var drawn: [Int: GPUMark.Kind] = [:]
    for mark in marks {
      guard let column = timeline.column(of: mark.time) else { continue }
      if let before = drawn[column], Self.rank(before) >= Self.rank(mark.kind) { continue }
      drawn[column] = mark.kind
    }
    for (column, kind) in drawn {
      buffer.write(
        String(Self.glyph(of: kind, glyphs)), column: area.column + column, row: area.row,
        style: theme[Self.rank(kind) == 2 ? .bad : .textStrong], clip: area)
    }
    return Array(drawn.values)
  }

  /// What the marks mean that are there, at the right where it fits.
  static func drawLegend(
    _ kinds: [GPUMark.Kind], into buffer: inout CellBuffer, area: Rect, theme: Theme,
    glyphs: GlyphSet
  ) {
    let byRank = Dictionary(kinds.map { (rank($0), $0) }, uniquingKeysWith: { $1 })
    let words = byRank.sorted { $0.key < $1.key }
      .map { "\(glyph(of: $0.value, glyphs)) \(names[$0.key])" }.joined(separator: "  ")
    let columns = TextWidth.columns(of: words)
    guard !words.isEmpty, area.columns >= columns else { return }
    buffer.write(
      words, column: area.endColumn - columns, row: area.row, style: theme[.textMuted], clip: area)
  }

  private static let names = ["epoch", "began", "failed"]

  private static func rank(_ kind: GPUMark.Kind) -> Int {
    switch kind {
    case .epoch: 0
    case .began: 1
    case .failed: 2
    }
  }

  private static func glyph(of kind: GPUMark.Kind, _ glyphs: GlyphSet) -> Character {
    switch kind {
    case .epoch: glyphs.bullet
    case .began: glyphs.pointer
    case .failed: glyphs.secondMarker
    }
  }
}
