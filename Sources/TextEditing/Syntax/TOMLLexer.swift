/// TOML 1.0: table headers, keys, strings of four kinds, numbers and dates.
struct TOMLLexer {
  func lex(_ scanner: inout LineScanner, _ state: LexerState) -> LexerState {
    if case .string(let quote, let count, let escapes) = state {
      let closed = scanner.scanString(quote: quote, count: count, escapes: escapes)
      scanner.mark(.string, from: 0)
      if !closed { return state }
    }
    scanner.skipBlanks()
    if scanner.current == UInt8(ascii: "["), isHeader(scanner) {
      let start = scanner.index
      scanner.advance { $0 != UInt8(ascii: "#") }
      scanner.mark(.heading, from: start)
    }
    while !scanner.isAtEnd {
      let start = scanner.index
      switch scanner.current {
      case UInt8(ascii: "#"):
        scanner.advanceToEnd()
        scanner.mark(.comment, from: start)
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        let quote = scanner.current
        let count = scanner.runLength(of: quote) >= 3 ? 3 : 1
        let escapes = quote == UInt8(ascii: "\"")
        scanner.advance(count)
        let closed = scanner.scanString(quote: quote, count: count, escapes: escapes)
        scanner.mark(closed && isKey(scanner) ? .key : .string, from: start)
        if !closed {
          return count == 3 ? .string(quote: quote, count: count, escapes: escapes) : .normal
        }
      case let byte where byte.isWordByte: word(&scanner)
      default: scanner.advance()
      }
    }
    return .normal
  }

  /// A header stands alone on its line; an array inside an array does not look like a bare name.
  private func isHeader(_ scanner: LineScanner) -> Bool {
    var rest = scanner
    rest.advance { $0 == UInt8(ascii: "[") }
    rest.skipBlanks()
    let isQuoted = rest.current == 0x22 || rest.current == 0x27
    guard rest.current.isWordByte || isQuoted else { return false }
    let depth = rest.bytes[scanner.index..<rest.index].filter { $0 == UInt8(ascii: "[") }.count
    rest.advance { $0 != UInt8(ascii: "]") && $0 != UInt8(ascii: ",") }
    guard rest.runLength(of: UInt8(ascii: "]")) == depth else { return false }
    rest.advance(depth)
    rest.skipBlanks()
    return rest.isAtEnd || rest.current == UInt8(ascii: "#")
  }

  private func isKey(_ scanner: LineScanner) -> Bool {
    var rest = scanner
    rest.skipBlanks()
    return rest.current == UInt8(ascii: "=") || rest.current == UInt8(ascii: ".")
  }

  private func word(_ scanner: inout LineScanner) {
    let start = scanner.index
    scanner.advance { $0.isWordByte || $0 == UInt8(ascii: "-") }
    if isKey(scanner), scanner.current != UInt8(ascii: ".") || !scanner.peek(1).isDigit {
      scanner.mark(.key, from: start)
    } else if scanner.bytes[start].isDigit {
      scanner.advance { $0.isWordByte || ".:+-".utf8.contains($0) }
      scanner.mark(.number, from: start)
    } else {
      let word = scanner.text(from: start)
      let isNumber = word == "inf" || word == "nan"
      let isTruth = word == "true" || word == "false"
      scanner.mark(isTruth ? .keyword : isNumber ? .number : .plain, from: start)
    }
  }
}
