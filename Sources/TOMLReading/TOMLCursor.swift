/// Walks through the bytes of a text and knows the line and the column.
struct TOMLCursor {
  private let bytes: [UInt8]
  private var offset = 0
  private var line = 1
  private var column = 1

  init(_ text: String) {
    bytes = Array(text.utf8)
    // A byte order mark is no character of the text.
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
  }

  var place: TextPlace { TextPlace(line: line, column: column) }
  var isAtEnd: Bool { offset >= bytes.count }
  var byte: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  func isAt(_ text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard offset + count <= bytes.count else { return false }
    var index = 0
    while index < count, bytes[offset + index] == text.utf8Start[index] { index += 1 }
    return index == count
  }

  mutating func advance(_ count: Int = 1) {
    let end = min(offset + count, bytes.count)
    while offset < end {
      if bytes[offset] == UInt8(ascii: "\n") {
        line += 1
        column = 1
      }
      offset += 1
      // Only the first byte of a character counts, and only once it has been passed.
      if offset < bytes.count, bytes[offset] & 0xC0 != 0x80, bytes[offset - 1] != UInt8(ascii: "\n")
      {
        column += 1
      }
    }
  }

  /// Passes what the condition holds for, and returns it.
  mutating func take(while condition: (UInt8) -> Bool) -> String {
    String(decoding: pass(while: condition), as: UTF8.self)
  }

  /// Passes what the condition holds for, and returns its bytes.
  mutating func pass(while condition: (UInt8) -> Bool) -> ArraySlice<UInt8> {
    let start = offset
    skip(while: condition)
    return bytes[start..<offset]
  }

  mutating func skip(while condition: (UInt8) -> Bool) {
    while let byte, condition(byte) { advance() }
  }

  mutating func skipLine() {
    skip { $0 != UInt8(ascii: "\n") }
  }

  mutating func skipBlanks() {
    skip { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
  }

  /// Passes white space, line ends and comments.
  mutating func skipSpace() {
    while let byte {
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"), UInt8(ascii: "\n"): advance()
      case UInt8(ascii: "#"): skipLine()
      default: return
      }
    }
  }
}
