import CNCurses

/// The escape sequences that turn the terminal's ways of reporting on, and everything off again.
enum TerminalModes {
  /// Reports of clicks, and of movement while a button is held (modes 1000 and 1002), in the SGR
  /// encoding (1006), and bracketed paste (2004). Source: "XTerm Control Sequences".
  static let enable = "\u{1B}[?1000h\u{1B}[?1002h\u{1B}[?1006h\u{1B}[?2004h"
  static let disable = "\u{1B}[?2004l\u{1B}[?1006l\u{1B}[?1002l\u{1B}[?1000l"

  /// What a crash writes: modes off, plain attributes, cursor shown, keypad off, and back to the
  /// screen that was there before. Call it after `setupterm`.
  static func resetSequence() -> String {
    let names = ["sgr0", "op", "cnorm", "rmkx", "rmcup"]
    let capabilities = names.map { (name: String) -> String in
      atelier_capability(name).map { withoutDelays(String(cString: $0)) } ?? ""
    }
    return disable + capabilities.joined()
  }

  /// A terminfo string without its `$<…>` delays, which are for terminals on a serial line.
  static func withoutDelays(_ capability: String) -> String {
    var result = ""
    var rest = Substring(capability)
    while let start = rest.firstRange(of: "$<"),
      let end = rest[start.upperBound...].firstIndex(of: ">")
    {
      result += rest[..<start.lowerBound]
      rest = rest[rest.index(after: end)...]
    }
    return result + rest
  }
}
