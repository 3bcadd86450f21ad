/// Takes the pairs of a `key=value` line off its bytes.
struct LogfmtReader {
  private static let quote = UInt8(ascii: "\"")
  private static let backslash = UInt8(ascii: "\\")
  private static let equals = UInt8(ascii: "=")

  private let bytes: UnsafeBufferPointer<UInt8>
  private var place = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  /// The next word that is a pair; nil at the end of the line.
  mutating func nextPair() -> (key: String, value: String)? {
    while place < bytes.count {
      guard !Self.isSpace(bytes[place]) else {
        place += 1
        continue
      }
      let start = place
      skip { !Self.isSpace($0) && $0 != Self.equals }
      let key = start..<place
      guard place < bytes.count, bytes[place] == Self.equals else { continue }
      place += 1
      let value = takeValue()
      if isKey(key) { return (text(key), value) }
    }
    return nil
  }

  private mutating func takeValue() -> String {
    guard place < bytes.count, bytes[place] == Self.quote else {
      let start = place
      skip { !Self.isSpace($0) }
      return text(start..<place)
    }
    place += 1
    var value: [UInt8] = []
    while place < bytes.count, bytes[place] != Self.quote {
      if bytes[place] == Self.backslash, place + 1 < bytes.count { place += 1 }
      value.append(bytes[place])
      place += 1
    }
    place = min(place + 1, bytes.count)
    return String(decoding: value, as: UTF8.self)
  }

  private mutating func skip(while holds: (UInt8) -> Bool) {
    while place < bytes.count, holds(bytes[place]) { place += 1 }
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
  }

  /// Letters beyond ASCII count as letters.
  private func isKey(_ range: Range<Int>) -> Bool {
    guard let first = range.first, Self.isLetter(bytes[first]) else { return false }
    return range.allSatisfy { index in
      let byte = bytes[index]
      return Self.isLetter(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: ".")
        || byte == UInt8(ascii: "-")
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || byte == UInt8(ascii: "_")
      || byte >= 0x80
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }
}
