import Foundation

/// Cuts a stream of bytes into lines of text, keeping only a bounded piece of an endless one.
///
/// Escape sequences are taken out. Where the cursor goes back to the line's beginning (a carriage
/// return, backspaces, a sequence that moves it) and text follows, what stood there is handed over
/// as an overwritten line, so that every state of a progress bar is seen once.
struct LineSplitter {
  /// A line keeps so many bytes; the rest of it is dropped.
  static let longestLine = 8192

  typealias Bytes = UnsafeBufferPointer<UInt8>

  private enum Mode {
    case text
    case escape
    case controlSequence
    case stringSequence
  }

  /// Room for the longest line, of which the first `count` bytes are in use.
  private var line: [UInt8] = []
  private var count = 0
  private var mode = Mode.text
  private var startsAnew = false
  private var backspaces = 0

  /// Takes more bytes and hands every line they complete to the closure; the bytes it gets are
  /// valid only for the call.
  mutating func feed(_ bytes: UnsafeRawBufferPointer, _ completed: (Bytes, LineEnding) -> Void) {
    var place = 0
    while place < bytes.count {
      if mode == .controlSequence {
        while place < bytes.count, bytes[place] >= 0x20, bytes[place] < 0x40 { place += 1 }
        guard place < bytes.count else { return }
      }
      guard mode == .text else {
        take(bytes[place], completed)
        place += 1
        continue
      }
      let end = ControlScan.next(in: bytes, from: place)
      if count == 0, !startsAnew, let next = Self.afterLineBreak(bytes, at: end) {
        completed(Self.slice(bytes, place..<min(end, place + Self.longestLine)), .newline)
        place = next
        continue
      }
      if end > place { append(Self.slice(bytes, place..<end), completed) }
      if let next = Self.afterColours(bytes, at: end) {
        place = next
        continue
      }
      if end < bytes.count { take(bytes[end], completed) }
      place = end + 1
    }
  }

  /// Hands over what stands behind the last line break, if anything.
  mutating func finish(_ completed: (Bytes, LineEnding) -> Void) {
    if count > 0 { emit(.newline, completed) }
  }

  /// What stands behind the last line break, as far as it has come.
  func withPending(_ body: (Bytes) -> Void) {
    line.withUnsafeBufferPointer { body(ByteSearch.slice($0, 0..<count)) }
  }

  private static func slice(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> Bytes {
    UnsafeRawBufferPointer(rebasing: bytes[range]).assumingMemoryBound(to: UInt8.self)
  }

  private static func afterLineBreak(_ bytes: UnsafeRawBufferPointer, at place: Int) -> Int? {
    guard place < bytes.count else { return nil }
    if bytes[place] == 0x0A { return place + 1 }
    guard bytes[place] == 0x0D, place + 1 < bytes.count, bytes[place + 1] == 0x0A else {
      return nil
    }
    return place + 2
  }

  /// Behind a whole sequence of colours (SGR), which says nothing of the text.
  private static func afterColours(_ bytes: UnsafeRawBufferPointer, at place: Int) -> Int? {
    guard place + 2 < bytes.count, bytes[place] == escape, bytes[place + 1] == UInt8(ascii: "[")
    else { return nil }
    var end = place + 2
    while end < bytes.count, bytes[end] >= 0x30, bytes[end] < 0x3C { end += 1 }
    return end < bytes.count && bytes[end] == UInt8(ascii: "m") ? end + 1 : nil
  }

  private mutating func take(_ byte: UInt8, _ completed: (Bytes, LineEnding) -> Void) {
    switch mode {
    case .text: takeControl(byte, completed)
    case .escape: takeEscape(byte)
    case .controlSequence:
      switch byte {
      case 0x40...0x7E: endSequence(byte, completed)
      case Self.cancel, Self.substitute: mode = .text
      case Self.escape: mode = .escape
      // Terminals obey control characters inside a sequence.
      case 0x0A, 0x0D: takeControl(byte, completed)
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

  private mutating func endSequence(_ final: UInt8, _ completed: (Bytes, LineEnding) -> Void) {
    mode = .text
    switch final {
    // Cursor up, down, next and previous line, column, position, row: what follows stands elsewhere.
    case UInt8(ascii: "A"), UInt8(ascii: "B"), UInt8(ascii: "E")...UInt8(ascii: "H"),
      UInt8(ascii: "d"), UInt8(ascii: "f"):
      startsAnew = true
      backspaces = 0
    case UInt8(ascii: "C"): withSpace { append($0, completed) }
    default: break
    }
  }

  private func withSpace(_ body: (Bytes) -> Void) {
    withUnsafeBytes(of: UInt8(0x20)) { body(Self.slice($0, 0..<1)) }
  }

  private mutating func takeControl(_ byte: UInt8, _ completed: (Bytes, LineEnding) -> Void) {
    switch byte {
    case 0x0A:
      emit(.newline, completed)
    case 0x0D:
      startsAnew = true
      backspaces = 0
    case 0x08:
      if !startsAnew, backspaces < count { backspaces += 1 }
    case Self.escape: mode = .escape
    default: break
    }
  }

  private mutating func append(_ bytes: Bytes, _ completed: (Bytes, LineEnding) -> Void) {
    if backspaces > 0 { takeBack() }
    if startsAnew, count > 0 { emit(.overwritten, completed) }
    startsAnew = false
    if line.isEmpty { line = [UInt8](repeating: 0, count: Self.longestLine) }
    let taken = min(bytes.count, Self.longestLine - count)
    guard taken > 0, let source = bytes.baseAddress else { return }
    line.withUnsafeMutableBytes { room in
      guard let base = room.baseAddress else { return }
      memcpy(base + count, source, taken)
    }
    count += taken
  }

  /// The backspaces count characters; back at the beginning the line starts anew.
  private mutating func takeBack() {
    var end = count
    while backspaces > 0, end > 0 {
      end -= 1
      if line[end] & 0xC0 != 0x80 { backspaces -= 1 }
    }
    backspaces = 0
    if end == 0 { startsAnew = true } else { count = end }
  }

  private mutating func emit(_ ending: LineEnding, _ completed: (Bytes, LineEnding) -> Void) {
    line.withUnsafeBufferPointer { completed(ByteSearch.slice($0, 0..<count), ending) }
    count = 0
    startsAnew = false
    backspaces = 0
  }
}
