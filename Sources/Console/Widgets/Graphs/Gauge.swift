import TerminalCore

/// A bar for how much of something is used, with a text at its right; a value that is not known is
/// said to be so and never drawn as an empty bar.
public struct Gauge: Widget, Equatable {
  /// 0 to `maximum`, or nil where it is not known.
  public var value: Double?
  public var maximum: Double
  /// Stands to the right of the bar, such as "45 %".
  public var text: String
  /// Why the value is not known.
  public var reason: String
  /// What text and bar look like where they are not as usual, such as those of an old figure.
  public var role: ThemeRole?
  /// How many columns the text has at least, so that the bars of several gauges end alike.
  public var textColumns: Int

  public init(
    value: Double?, maximum: Double, text: String = "", reason: String = "",
    role: ThemeRole? = nil, textColumns: Int = 0
  ) {
    self.value = value
    self.maximum = maximum
    self.text = text
    self.reason = reason
    self.role = role
    self.textColumns = textColumns
  }

  public func draw(into buffer: inout CellBuffer, area: Rect, theme: Theme, glyphs: GlyphSet) {
    guard !area.isEmpty else { return }
    guard let value, maximum > 0, let fraction = GraphScale.fraction(of: value, in: 0...maximum)
    else {
      let unknown = reason.isEmpty ? "n/a" : "n/a (\(reason))"
      buffer.write(
        glyphs.truncate(unknown, to: area.columns), column: area.column, row: area.row,
        style: theme[.disabled], clip: area)
      return
    }
    let reserved = text.isEmpty ? 0 : max(textColumns, TextWidth.columns(of: text)) + 1
    let bar = max(0, area.columns - reserved)
    let lengths = glyphs.lengths
    let steps = Int((fraction * Double(bar * lengths.count)).rounded())
    let full = String(repeating: lengths[lengths.count - 1], count: steps / lengths.count)
    let part = steps % lengths.count
    let filled = part == 0 ? full : full + String(lengths[part - 1])
    let end = buffer.write(
      filled, column: area.column, row: area.row,
      style: theme[role ?? GraphScale.role(of: fraction)],
      clip: area)
    buffer.write(
      String(repeating: glyphs.gap, count: max(0, area.column + bar - end)), column: end,
      row: area.row, style: theme[.graphEmpty], clip: area)
    buffer.write(
      text, column: area.column + bar + 1, row: area.row, style: theme[role ?? .text], clip: area)
  }
}
