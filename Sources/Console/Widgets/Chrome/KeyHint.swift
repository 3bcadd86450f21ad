import TerminalCore

/// A key and what it does now, in a word or two.
public struct KeyHint: Sendable, Hashable {
  public var key: String
  public var label: String

  public init(_ key: String, _ label: String) {
    self.key = key
    self.label = label
  }

  /// The hints in as many lines as they need, none broken within.
  static func lines(of hints: [KeyHint], columns: Int) -> [[KeyHint]] {
    var lines: [[KeyHint]] = []
    var used = 0
    for hint in hints {
      let width = TextWidth.columns(of: hint.key) + 1 + TextWidth.columns(of: hint.label)
      if !lines.isEmpty, used + 3 + width <= columns {
        lines[lines.count - 1].append(hint)
        used += 3 + width
      } else {
        lines.append([hint])
        used = width
      }
    }
    return lines
  }
}
