/// Cuts a stream of bytes into lines of text, keeping only a bounded piece of an endless one.
///
/// Escape sequences are taken out and a carriage return starts the line anew, as it would on a
/// screen, so that a progress bar's last state is the line.
public struct LineSplitter: Sendable {
  /// A line keeps so many bytes; the rest of it is dropped.
  public static let longestLine = 8192

  private enum Mode: Sendable {
    case text
    case escape
    case controlSequence
    case stringSequence
  }

  private var line: [UInt8] = []
  private var mode = Mode.text
  private var sawCarriageReturn = false

  public init() {}

  /// Takes more bytes and hands every line they complete to the closure.
  public mutating func feed(
    _ bytes: UnsafeRawBufferPointer, _ completed: (String) -> Void
  ) {
    var place = 0
    while place < bytes.count {
      let plain = mode == .text ? Self.plainCount(bytes, from: place) : 0
      if plain > 0 {
        append(UnsafeRawBufferPointer(rebasing: bytes[place..<place + plain]))
        place += plain
      } else {
        take(bytes[place], completed)
        place += 1
      }
    }
  }

  /// Bytes up to the next control character.
  private static func plainCount(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
    var place = start
    while place < bytes.count, bytes[place] >= 0x20 { place += 1 }
    return place - start
  }

  /// Hands over what stands behind the last line break, if anything.
  public mutating func finish(_ completed: (String) -> Void) {
    if !line.isEmpty { emit(completed) }
  }

  private mutating func take(_ byte: UInt8, _ completed: (String) -> Void) {
    switch mode {
    case .text: takeText(byte, completed)
    case .escape: takeEscape(byte)
    case .controlSequence:
      switch byte {
      case 0x40...0x7E, Self.cancel, Self.substitute: mode = .text
      case Self.escape: mode = .escape
      // Terminals obey control characters inside a sequence.
      case 0x0A, 0x0D: takeText(byte, completed)
      default: break
      }
    case .stringSequence:
      switch byte {
      case 0x07, Self.cancel, Self.substitute: mode = .text
      // Any sequence ends the string; its own end is one that means nothing else.
      case Self.escape: mode = .escape
      default: break
      }
    }
  }

  private static let escape: UInt8 = 0x1B
  private static let cancel: UInt8 = 0x18
  private static let substitute: UInt8 = 0x1A

  private mutating func takeEscape(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "["): mode = .controlSequence
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "X"), UInt8(ascii: "^"),
      UInt8(ascii: "_"):
      mode = .stringSequence
    case 0x20...0x2F, Self.escape: mode = .escape
    default: mode = .text
    }
  }

  private mutating func takeText(_ byte: UInt8, _ completed: (String) -> Void) {
    switch byte {
    case 0x0A:
      sawCarriageReturn = false
      emit(completed)
    case 0x0D: sawCarriageReturn = true
    case Self.escape: mode = .escape
    case 0x09, 0x20...0xFF: withUnsafeBytes(of: byte) { append($0) }
    default: break
    }
  }

  private mutating func append(_ bytes: UnsafeRawBufferPointer) {
    if sawCarriageReturn {
      sawCarriageReturn = false
      line.removeAll(keepingCapacity: true)
    }
    line.append(contentsOf: bytes.prefix(Self.longestLine - line.count))
  }

  private mutating func emit(_ completed: (String) -> Void) {
    completed(String(decoding: line, as: UTF8.self))
    line.removeAll(keepingCapacity: true)
  }
}
