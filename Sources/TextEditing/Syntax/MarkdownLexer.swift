/// The parts of CommonMark a reader's eye looks for: headings, code, lists, quotes, links.
struct MarkdownLexer {
  func lex(_ scanner: inout LineScanner, _ state: LexerState) -> LexerState {
    let indent = scanner.runLength(of: 0x20)
    scanner.skipBlanks()
    if case .fence(let mark, let length) = state {
      let closes = indent < 4 && scanner.runLength(of: mark) >= length && isOnly(mark, scanner)
      scanner.advanceToEnd()
      scanner.mark(.string, from: 0)
      return closes ? .normal : state
    }
    let start = scanner.index
    let first = scanner.current
    if first == UInt8(ascii: "`") || first == UInt8(ascii: "~"),
      scanner.runLength(of: first) >= 3
    {
      let length = scanner.runLength(of: first)
      scanner.advanceToEnd()
      scanner.mark(.string, from: start)
      return .fence(mark: first, length: length)
    }
    let hashes = scanner.runLength(of: UInt8(ascii: "#"))
    if hashes >= 1, hashes <= 6, scanner.peek(hashes) == 0x20 || scanner.peek(hashes) == 0 {
      scanner.advanceToEnd()
      scanner.mark(.heading, from: start)
      return .normal
    }
    bullet(&scanner)
    inline(&scanner)
    return .normal
  }

  private func isOnly(_ mark: UInt8, _ scanner: LineScanner) -> Bool {
    scanner.bytes[scanner.index...].allSatisfy { $0 == mark || $0 == 0x20 }
  }

  private func bullet(_ scanner: inout LineScanner) {
    let start = scanner.index
    if scanner.current.isDigit {
      var ahead = scanner
      ahead.advance(while: \.isDigit)
      guard ahead.current == UInt8(ascii: "."), ahead.peek(1) == 0x20 else { return }
      scanner = ahead
      scanner.advance()
      scanner.mark(.keyword, from: start)
    } else if "-*+>".utf8.contains(scanner.current), scanner.peek(1) == 0x20 {
      scanner.advance()
      scanner.mark(.keyword, from: start)
    }
  }

  private func inline(_ scanner: inout LineScanner) {
    while !scanner.isAtEnd {
      let start = scanner.index
      switch scanner.current {
      case UInt8(ascii: "`"):
        let count = scanner.runLength(of: UInt8(ascii: "`"))
        scanner.advance(count)
        let closed = scanner.scanString(quote: UInt8(ascii: "`"), count: count, escapes: false)
        if closed { scanner.mark(.string, from: start) }
      case UInt8(ascii: "h") where scanner.startsWith("http://") || scanner.startsWith("https://"):
        scanner.advance { $0 > 0x20 && !")>]".utf8.contains($0) }
        scanner.mark(.type, from: start)
      case UInt8(ascii: "\\"): scanner.advance(2)
      default: scanner.advance()
      }
    }
  }
}
