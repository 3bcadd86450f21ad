import SessionEngine
import TerminalCore

/// How far something has come, with its words; where it is narrow the words alone.
struct ProgressBar: Widget, Equatable {
  private static let leastBarColumns = 6
  let progress: RunProgress

  func draw(into buffer: inout CellBuffer, area: Rect, theme: Theme, glyphs: GlyphSet) {
    let words = glyphs.truncate(progress.words, to: area.columns)
    let left = area.columns - TextWidth.columns(of: words) - 1
    guard let fraction = progress.fraction.flatMap({ GraphScale.fraction(of: $0, in: 0...1) }),
      left >= Self.leastBarColumns
    else {
      buffer.write(
        words, column: area.endColumn - TextWidth.columns(of: words), row: area.row,
        style: theme[.running], clip: area)
      return
    }
    let bar = min(left, 24)
    let start = area.column + left - bar
    let lengths = glyphs.lengths
    let steps = Int((fraction * Double(bar * lengths.count)).rounded())
    let full = String(repeating: lengths[lengths.count - 1], count: steps / lengths.count)
    let part = steps % lengths.count
    let end = buffer.write(
      part == 0 ? full : full + String(lengths[part - 1]), column: start, row: area.row,
      style: theme[.running], clip: area)
    buffer.write(
      String(repeating: glyphs.gap, count: max(0, start + bar - end)), column: end, row: area.row,
      style: theme[.graphEmpty], clip: area)
    buffer.write(
      words, column: start + bar + 1, row: area.row, style: theme[.running], clip: area)
  }
}
