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

  /// The key it names; nil where it names several.
  var press: KeyPress? {
    switch key {
    case "Enter": KeyPress(.enter)
    case "Esc": KeyPress(.escape)
    case "Space": .character(" ")
    case "Tab": KeyPress(.tab)
    case "→": KeyPress(.right)
    case "F1": KeyPress(.function(1))
    case _ where key.hasPrefix("Ctrl-") && key.count == 6:
      key.last.map { .control(Character($0.lowercased())) }
    default: key.count == 1 ? key.first.map { .character($0) } : nil
    }
  }

  /// Where lines of hints stand that are written from an area's corner.
  static func spots(of lines: [[KeyHint]], in area: Rect) -> [HotSpot] {
    lines.enumerated().flatMap { row, hints -> [HotSpot] in
      var column = area.column
      return hints.compactMap { hint in
        let width = TextWidth.columns(of: hint.key) + 1 + TextWidth.columns(of: hint.label)
        let place = Rect(column: column, row: area.row + row, columns: width, rows: 1)
        column += width + 3
        return hint.press.map { HotSpot(area: place.intersection(area), meaning: .key($0)) }
      }
    }
  }
}
