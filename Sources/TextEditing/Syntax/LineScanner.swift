/// Walks over the bytes of one line and collects coloured stretches.
struct LineScanner {
  let bytes: [UInt8]
  private(set) var index = 0
  private(set) var spans: [SyntaxSpan] = []

  init(_ text: String) {
    bytes = Array(text.utf8)
  }

  var isAtEnd: Bool { index >= bytes.count }
  var current: UInt8 { peek(0) }

  /// The byte so far ahead, 0 behind the line's end.
  func peek(_ distance: Int) -> UInt8 {
    let place = index + distance
    return place >= 0 && place < bytes.count ? bytes[place] : 0
  }

  mutating func advance(_ count: Int = 1) {
    index = min(bytes.count, index + count)
  }

  mutating func advance(while condition: (UInt8) -> Bool) {
    while index < bytes.count, condition(bytes[index]) { index += 1 }
  }

  mutating func advanceToEnd() {
    index = bytes.count
  }

  /// Colours everything from a place to here.
  mutating func mark(_ role: SyntaxRole, from start: Int) {
    guard start < index else { return }
    spans.append(SyntaxSpan(bytes: start..<index, role: role))
  }

  func text(from start: Int) -> String {
    String(decoding: bytes[start..<index], as: UTF8.self)
  }

  func startsWith(_ text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard index + count <= bytes.count else { return false }
    return (0..<count).allSatisfy { bytes[index + $0] == text.utf8Start[$0] }
  }

  /// How many of this byte stand together from here on.
  func runLength(of byte: UInt8) -> Int {
    var count = 0
    while index + count < bytes.count, bytes[index + count] == byte { count += 1 }
    return count
  }

  mutating func skipBlanks() {
    advance { $0 == 0x20 || $0 == 0x09 }
  }

  /// Goes behind a number's last byte: digits, letters of hexadecimals and exponents, signs of those.
  mutating func scanNumber() {
    let start = index
    advance { byte in byte.isWordByte || byte == UInt8(ascii: ".") }
    while current == UInt8(ascii: "-") || current == UInt8(ascii: "+"),
      index > start, peek(-1) | 0x20 == UInt8(ascii: "e"), peek(1).isDigit
    {
      advance()
      advance { $0.isWordByte || $0 == UInt8(ascii: ".") }
    }
    mark(.number, from: start)
  }

  /// Goes on inside a string until it closes; true when it did on this line.
  mutating func scanString(quote: UInt8, count: Int, escapes: Bool) -> Bool {
    while !isAtEnd {
      if escapes, current == UInt8(ascii: "\\") {
        advance(2)
      } else if current == quote, runLength(of: quote) >= count {
        advance(count)
        return true
      } else {
        advance()
      }
    }
    return false
  }
}

extension UInt8 {
  var isDigit: Bool { self >= 0x30 && self <= 0x39 }

  /// Letters, digits, the underscore and every byte beyond ASCII.
  var isWordByte: Bool {
    isDigit || self == 0x5F || self >= 0x80 || (self | 0x20 >= 0x61 && self | 0x20 <= 0x7A)
  }
}
