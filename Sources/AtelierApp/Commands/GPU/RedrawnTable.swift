/// Draws a table over the one before, on a terminal that knows the sequences of ECMA-48.
///
/// Nothing is cleared before it is drawn, and a picture is one piece of output: it does not flicker.
struct RedrawnTable: Sendable {
  private var lines = 0

  /// The output that puts a table where the last one stands; what does not fit is left out.
  /// - Parameter rows: The terminal's height; nil when it is not known.
  mutating func drawing(_ table: String, rows: Int?) -> String {
    var shown = table.split(separator: "\n", omittingEmptySubsequences: false)[...]
    if let rows, shown.count >= rows {
      let hidden = shown.count - max(1, rows - 2)
      shown = shown.prefix(max(1, rows - 2)) + ["(\(hidden) lines more in a taller window)"]
    }
    // A line longer than the window is cut off, not wrapped, while the picture is drawn.
    var text = lines > 0 ? "\u{1B}[?7l\u{1B}[\(min(lines, rows ?? lines))A\r" : "\u{1B}[?7l"
    for line in shown { text += "\(line)\u{1B}[K\n" }
    lines = shown.count
    return text + "\u{1B}[J\u{1B}[?7h"
  }
}
