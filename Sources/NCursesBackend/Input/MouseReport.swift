import TerminalCore

/// Reads a report of the mouse in xterm's SGR encoding: `ESC [ <` button `;` column `;` row, and `M`
/// for a press or a move, `m` for a release.
///
/// Reports are read here and not by ncurses, which joins those that arrive together into clicks.
/// Source: "XTerm Control Sequences", Extended coordinates (mode 1006).
enum MouseReport {
  static let start = "\u{1B}[<"
  /// No report is longer behind its start.
  static let limit = 24

  /// - Parameter text: What stands behind the start, with the final letter.
  /// - Returns: nil for a report that is none, or for a button without a meaning here.
  static func event(_ text: some StringProtocol) -> MouseEvent? {
    let fields = text.dropLast().split(separator: ";", omittingEmptySubsequences: false)
      .map { Int($0) }
    guard let last = text.last, last == "M" || last == "m", fields.count == 3,
      let code = fields[0], let column = fields[1], let row = fields[2], column > 0, row > 0,
      let action = action(code: code, isRelease: last == "m")
    else { return nil }
    var modifiers: KeyModifiers = []
    if code & 4 != 0 { modifiers.insert(.shift) }
    if code & 8 != 0 { modifiers.insert(.alt) }
    if code & 16 != 0 { modifiers.insert(.control) }
    return MouseEvent(action, at: Point(column: column - 1, row: row - 1), modifiers: modifiers)
  }

  private static func action(code: Int, isRelease: Bool) -> MouseEvent.Action? {
    switch (code & 0b1110_0011, isRelease) {
    case (0, false): .press
    case (0, true): .release
    case (32, false): .drag
    case (64, false): .scrollUp
    case (65, false): .scrollDown
    default: nil
    }
  }
}
