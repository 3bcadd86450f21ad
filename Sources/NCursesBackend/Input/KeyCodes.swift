import CNCurses
import TerminalCore

/// What ncurses' key codes stand for.
enum KeyCodes {
  /// Codes of our own lie above those ncurses gives to a terminal's extended capabilities.
  static let ownBase: Int32 = 4000
  static let mouseStart: Int32 = 3997
  static let pasteStart: Int32 = 3998
  static let pasteEnd: Int32 = 3999

  /// Teaches ncurses the sequences of `KeySequences`.
  static func define() {
    define_key(MouseReport.start, mouseStart)
    define_key(KeySequences.pasteStart, pasteStart)
    define_key(KeySequences.pasteEnd, pasteEnd)
    for (index, entry) in KeySequences.keys.enumerated() {
      define_key(entry.sequence, ownBase + Int32(index))
    }
  }

  /// The key of a code, or nil for codes that stand for nothing the console knows.
  static func key(of code: Int32) -> KeyPress? {
    if code >= ownBase {
      let index = Int(code - ownBase)
      return index < KeySequences.keys.count ? KeySequences.keys[index].key : nil
    }
    if let standard = standard[code] { return standard }
    if code > KEY_F0, code <= KEY_F0 + 12 { return KeyPress(.function(Int(code - KEY_F0))) }
    if code > KEY_F0 + 12, code <= KEY_F0 + 24 {
      return KeyPress(.function(Int(code - KEY_F0) - 12), .shift)
    }
    return keyname(code).flatMap { ExtendedKeyName.key(named: String(cString: $0)) }
  }

  private static let standard: [Int32: KeyPress] = [
    KEY_UP: KeyPress(.up), KEY_DOWN: KeyPress(.down), KEY_LEFT: KeyPress(.left),
    KEY_RIGHT: KeyPress(.right), KEY_HOME: KeyPress(.home), KEY_END: KeyPress(.end),
    KEY_PPAGE: KeyPress(.pageUp), KEY_NPAGE: KeyPress(.pageDown), KEY_IC: KeyPress(.insert),
    KEY_DC: KeyPress(.delete), KEY_BACKSPACE: KeyPress(.backspace), KEY_ENTER: KeyPress(.enter),
    KEY_BTAB: KeyPress(.tab, .shift),
    KEY_SLEFT: KeyPress(.left, .shift), KEY_SRIGHT: KeyPress(.right, .shift),
    KEY_SR: KeyPress(.up, .shift), KEY_SF: KeyPress(.down, .shift),
    KEY_SHOME: KeyPress(.home, .shift), KEY_SEND: KeyPress(.end, .shift),
    KEY_SPREVIOUS: KeyPress(.pageUp, .shift), KEY_SNEXT: KeyPress(.pageDown, .shift),
    KEY_SIC: KeyPress(.insert, .shift), KEY_SDC: KeyPress(.delete, .shift),
  ]
}
