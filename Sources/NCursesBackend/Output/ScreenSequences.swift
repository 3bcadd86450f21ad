import CNCurses
import TerminalCore

/// The terminal's own sequences for what a frame needs, taken from terminfo once.
///
/// ncurses builds the sequence of every change of colour from its pattern anew, which takes most of
/// the time of a frame in which each character has a colour of its own. Names of capabilities:
/// terminfo(5).
struct ScreenSequences {
  typealias Bytes = [UInt8]

  let clear: Bytes
  let showCursor: Bytes
  let hideCursor: Bytes
  /// Colours and attributes off.
  let plain: Bytes
  /// By palette index; empty where there are no colours.
  let foregrounds: [Bytes]
  let backgrounds: [Bytes]
  /// What the terminal can show, each with its sequence.
  let attributes: [(attribute: Attributes, sequence: Bytes)]
  /// What cannot stand together with a colour.
  let colourless: Attributes
  /// A character in the last column of the last row scrolls the screen.
  let lastCellScrolls: Bool
  private let rows: Bytes

  /// Call it when the terminal has been set up.
  init(depth: ColorDepth) {
    clear = Self.sequence("clear")
    showCursor = Self.sequence("cnorm")
    hideCursor = Self.sequence("civis")
    plain = Self.sequence("sgr0")
    let count = depth.rawValue
    foregrounds = Self.palette("setaf", count)
    backgrounds = Self.palette("setab", count)
    attributes = Self.names.compactMap { attribute, name, _ in
      let sequence = Self.sequence(name)
      return sequence.isEmpty ? nil : (attribute, sequence)
    }
    let conflicts = tigetnum("ncv")
    colourless = Self.names.reduce(into: Attributes()) { result, entry in
      if conflicts > 0, conflicts & entry.conflict != 0 { result.insert(entry.attribute) }
    }
    lastCellScrolls = tigetflag("am") == 1 && tigetflag("xenl") != 1
    rows = atelier_capability("cup").map { Array(String(cString: $0).utf8) + [0] } ?? [0]
  }

  /// Moves the cursor; both count from 0.
  func move(row: Int, column: Int) -> Bytes {
    rows.withUnsafeBufferPointer { pattern in
      pattern.withMemoryRebound(to: CChar.self) { pattern in
        Self.bytes(
          pattern.baseAddress.flatMap { atelier_with_parameters($0, Int32(row), Int32(column)) })
      }
    }
  }

  /// The bits are those of terminfo's `no_color_video`.
  private static let names: [(attribute: Attributes, name: String, conflict: Int32)] = [
    (.bold, "bold", 32), (.faint, "dim", 16), (.italic, "sitm", 0x8000), (.underline, "smul", 2),
    (.blink, "blink", 8), (.reverse, "rev", 4), (.hidden, "invis", 64),
  ]

  private static func sequence(_ name: String) -> Bytes {
    bytes(atelier_capability(name))
  }

  private static func palette(_ name: String, _ count: Int) -> [Bytes] {
    guard let pattern = atelier_capability(name) else { return [] }
    return (0..<count).map { bytes(atelier_with_parameter(pattern, Int32($0))) }
  }

  private static func bytes(_ sequence: UnsafePointer<CChar>?) -> Bytes {
    sequence.map { Array(TerminalModes.withoutDelays(String(cString: $0)).utf8) } ?? []
  }
}
