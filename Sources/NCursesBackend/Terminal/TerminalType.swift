import CNCurses
import Glibc

/// Looks at the terminal before anything is written to it.
enum TerminalType {
  /// The terminal's type when the console can be shown in it.
  static func check(
    input: Int32, output: Int32, environment: [String: String]
  ) throws -> String {
    guard isatty(input) == 1 else { throw TerminalError.notATerminal(stream: "Standard input") }
    guard isatty(output) == 1 else { throw TerminalError.notATerminal(stream: "Standard output") }
    guard let type = environment["TERM"], !type.isEmpty else { throw TerminalError.typeMissing }
    var outcome: Int32 = 0
    if setupterm(type, output, &outcome) != OK {
      throw outcome < 0 ? TerminalError.databaseMissing : .typeUnknown(type)
    }
    guard atelier_capability("cup") != nil else { throw TerminalError.cannotAddressCursor(type) }
    return type
  }
}
