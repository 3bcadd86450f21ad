import TerminalCore

/// The sequences xterm and its like send for keys, whatever the terminal's entry in the terminfo
/// database says of them: multiplexers pass them on under entries that leave them out.
///
/// Source: "XTerm Control Sequences", PC-style function keys; the parameter behind the semicolon is
/// one more than shift (1), alt (2) and control (4) together.
enum KeySequences {
  static let pasteStart = "\u{1B}[200~"
  static let pasteEnd = "\u{1B}[201~"

  private static let lettered: [(Character, Key)] = [
    ("A", .up), ("B", .down), ("C", .right), ("D", .left), ("H", .home), ("F", .end),
    ("P", .function(1)), ("Q", .function(2)), ("R", .function(3)), ("S", .function(4)),
  ]
  private static let numbered: [(Int, Key)] = [
    (1, .home), (2, .insert), (3, .delete), (4, .end), (5, .pageUp), (6, .pageDown),
    (15, .function(5)), (17, .function(6)), (18, .function(7)), (19, .function(8)),
    (20, .function(9)), (21, .function(10)), (23, .function(11)), (24, .function(12)),
  ]

  static let keys: [(sequence: String, key: KeyPress)] = {
    var all: [(String, KeyPress)] = [("\u{1B}[Z", KeyPress(.tab, .shift))]
    for (letter, key) in lettered {
      all.append(("\u{1B}O\(letter)", KeyPress(key)))
      if case .function = key {} else { all.append(("\u{1B}[\(letter)", KeyPress(key))) }
    }
    for (number, key) in numbered {
      all.append(("\u{1B}[\(number)~", KeyPress(key)))
    }
    for parameter in 2...8 {
      let modifiers = KeyModifiers(rawValue: UInt8(parameter - 1))
      for (letter, key) in lettered {
        all.append(("\u{1B}[1;\(parameter)\(letter)", KeyPress(key, modifiers)))
      }
      for (number, key) in numbered {
        all.append(("\u{1B}[\(number);\(parameter)~", KeyPress(key, modifiers)))
      }
    }
    return all
  }()
}
