/// JSON as RFC 8259 has it.
struct JSONLexer {
  func lex(_ scanner: inout LineScanner, _ state: LexerState) -> LexerState {
    while !scanner.isAtEnd {
      let start = scanner.index
      switch scanner.current {
      case UInt8(ascii: "\""):
        scanner.advance()
        let closed = scanner.scanString(quote: UInt8(ascii: "\""), count: 1, escapes: true)
        var rest = scanner
        rest.skipBlanks()
        scanner.mark(closed && rest.current == UInt8(ascii: ":") ? .key : .string, from: start)
      case let byte where byte.isDigit: scanner.scanNumber()
      case let byte where byte.isWordByte:
        scanner.advance(while: \.isWordByte)
        let word = scanner.text(from: start)
        scanner.mark(["true", "false", "null"].contains(word) ? .keyword : .plain, from: start)
      default: scanner.advance()
      }
    }
    return .normal
  }
}
