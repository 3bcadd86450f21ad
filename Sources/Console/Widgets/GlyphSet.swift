import TerminalCore

/// The characters that widgets draw with: Unicode's, or ASCII only for terminals without them.
public enum GlyphSet: Sendable, Hashable {
  case unicode
  case ascii

  public var horizontal: Character { self == .unicode ? "─" : "-" }
  public var vertical: Character { self == .unicode ? "│" : "|" }
  public var topLeft: Character { self == .unicode ? "╭" : "+" }
  public var topRight: Character { self == .unicode ? "╮" : "+" }
  public var bottomLeft: Character { self == .unicode ? "╰" : "+" }
  public var bottomRight: Character { self == .unicode ? "╯" : "+" }

  /// What stands before the thing in front: a focused pane's title, a selected row.
  public var pointer: Character { self == .unicode ? "▸" : ">" }
  public var bullet: Character { self == .unicode ? "•" : "*" }
  /// Before the part of a line that did not fit into the row above.
  public var continuation: Character { self == .unicode ? "↳" : ">" }

  public var quote: Character { self == .unicode ? "▎" : "|" }
  public var ellipsis: Character { self == .unicode ? "…" : "~" }
  public var scrollTrack: Character { self == .unicode ? "│" : "|" }
  public var scrollThumb: Character { self == .unicode ? "┃" : "#" }
  /// Where a line goes on beyond what is shown of it.
  public var cutLeft: Character { self == .unicode ? "‹" : "<" }
  public var cutRight: Character { self == .unicode ? "›" : ">" }
  /// A value that is missing in a row of values.
  public var gap: Character { self == .unicode ? "·" : "." }

  public var firstMarker: Character { self == .unicode ? "●" : "o" }
  public var secondMarker: Character { self == .unicode ? "×" : "x" }

  /// Bars of growing height, from the least that can be seen to a whole cell.
  public var heights: [Character] {
    self == .unicode ? ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"] : ["_", ".", ":", "=", "+", "#"]
  }

  /// Bars of growing length within a cell; the last is a whole cell.
  public var lengths: [Character] {
    self == .unicode ? ["▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"] : ["#"]
  }

  public func truncate(_ text: String, to columns: Int) -> String {
    TextWidth.truncate(text, to: columns, ellipsis: ellipsis)
  }
}
