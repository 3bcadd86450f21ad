/// Passes a text in quotation marks, of the four kinds that TOML 1.0 has.
enum TOMLQuotedText {
  /// The text, with the escapes that keys are written with undone.
  static func take(from cursor: inout TOMLCursor) -> String {
    if cursor.isAt("\"\"\"") { return takeLines(from: &cursor, until: "\"\"\"", escapes: true) }
    if cursor.isAt("'''") { return takeLines(from: &cursor, until: "'''", escapes: false) }
    let quote = cursor.byte
    let hasEscapes = quote == UInt8(ascii: "\"")
    cursor.advance()
    var text = ""
    while let byte = cursor.byte, byte != quote, byte != UInt8(ascii: "\n") {
      if hasEscapes, byte == UInt8(ascii: "\\") {
        cursor.advance()
        text += escape(from: &cursor)
      } else {
        text += cursor.take {
          $0 != quote && $0 != UInt8(ascii: "\n") && !(hasEscapes && $0 == UInt8(ascii: "\\"))
        }
      }
    }
    if cursor.byte == quote { cursor.advance() }
    return text
  }

  /// What it holds does not count: no key is written over several lines.
  private static func takeLines(
    from cursor: inout TOMLCursor, until quotes: StaticString, escapes: Bool
  ) -> String {
    cursor.advance(3)
    while !cursor.isAtEnd, !cursor.isAt(quotes) {
      cursor.advance(escapes && cursor.byte == UInt8(ascii: "\\") ? 2 : 1)
    }
    cursor.advance(3)
    // Up to two quotation marks may stand before the closing ones.
    cursor.skip { $0 == quotes.utf8Start[0] }
    return ""
  }

  private static func escape(from cursor: inout TOMLCursor) -> String {
    guard let byte = cursor.byte else { return "" }
    cursor.advance()
    switch byte {
    case UInt8(ascii: "u"): return scalar(from: &cursor, digits: 4)
    case UInt8(ascii: "U"): return scalar(from: &cursor, digits: 8)
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{c}"
    default: return String(UnicodeScalar(byte))
    }
  }

  private static func scalar(from cursor: inout TOMLCursor, digits: Int) -> String {
    var left = digits
    let text = cursor.take { byte in
      left -= 1
      return left >= 0 && UnicodeScalar(byte).properties.isASCIIHexDigit
    }
    return UInt32(text, radix: 16).flatMap(UnicodeScalar.init).map { String(Character($0)) } ?? ""
  }
}
