import TerminalCore

/// One line of text in several styles.
public struct StyledLine: Sendable, Hashable {
  public var spans: [StyledSpan]

  public init(_ spans: [StyledSpan] = []) {
    self.spans = spans
  }

  public init(_ text: String, _ role: ThemeRole = .text) {
    spans = [StyledSpan(text, role)]
  }

  /// The text without its styles.
  public var text: String { spans.map(\.text).joined() }

  /// Writes the line and returns the column behind it.
  /// - Parameter background: Replaces the background of every span.
  @discardableResult
  public func write(
    into buffer: inout CellBuffer, column: Int, row: Int, clip: Rect, theme: Theme,
    background: Color? = nil
  ) -> Int {
    spans.reduce(column) { place, span in
      let style = theme[span.role]
      return buffer.write(
        span.text, column: place, row: row, style: background.map(style.on) ?? style, clip: clip)
    }
  }
}
