/// POSIX shell and bash: quotes over lines, variables, here-documents.
struct ShellLexer {
  private static let keywords: Set<String> = [
    "case", "do", "done", "elif", "else", "esac", "export", "fi", "for", "function", "if", "in",
    "local", "readonly", "return", "select", "set", "source", "then", "trap", "unset", "until",
    "while", "exit",
  ]

  func lex(_ scanner: inout LineScanner, _ state: LexerState) -> LexerState {
    var hereDocument: LexerState?
    switch state {
    case .hereDocument(let terminator, let allowsTabs):
      if allowsTabs { scanner.advance { $0 == 0x09 } }
      let isEnd = scanner.bytes[scanner.index...].elementsEqual(terminator)
      scanner.advanceToEnd()
      scanner.mark(isEnd ? .keyword : .string, from: 0)
      return isEnd ? .normal : state
    case .string(let quote, _, let escapes):
      let closed = scanner.scanString(quote: quote, count: 1, escapes: escapes)
      scanner.mark(.string, from: 0)
      if !closed { return state }
    default: break
    }
    while !scanner.isAtEnd {
      let start = scanner.index
      switch scanner.current {
      case UInt8(ascii: "#") where start == 0 || scanner.peek(-1) == 0x20 || scanner.peek(-1) == 9:
        scanner.advanceToEnd()
        scanner.mark(.comment, from: start)
      case UInt8(ascii: "\\"): scanner.advance(2)
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        let quote = scanner.current
        let escapes = quote == UInt8(ascii: "\"")
        scanner.advance()
        let closed = scanner.scanString(quote: quote, count: 1, escapes: escapes)
        scanner.mark(.string, from: start)
        if !closed { return .string(quote: quote, count: 1, escapes: escapes) }
      case UInt8(ascii: "$"): variable(&scanner)
      case UInt8(ascii: "<") where scanner.startsWith("<<<"): scanner.advance(3)
      case UInt8(ascii: "<") where scanner.startsWith("<<"):
        hereDocument = self.hereDocument(&scanner) ?? hereDocument
      case let byte where byte.isWordByte: word(&scanner)
      default: scanner.advance()
      }
    }
    return hereDocument ?? .normal
  }

  private func variable(_ scanner: inout LineScanner) {
    let start = scanner.index
    scanner.advance()
    if scanner.current == UInt8(ascii: "{") {
      scanner.advance { $0 != UInt8(ascii: "}") }
      scanner.advance()
    } else if scanner.current.isWordByte {
      scanner.advance(while: \.isWordByte)
    } else if "@*#?$!-".utf8.contains(scanner.current) {
      scanner.advance()
    } else {
      return
    }
    scanner.mark(.type, from: start)
  }

  private func word(_ scanner: inout LineScanner) {
    let start = scanner.index
    let isArgument = scanner.peek(-1) == UInt8(ascii: "-") || scanner.peek(-1) == UInt8(ascii: "/")
    scanner.advance { $0.isWordByte || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".") }
    let word = scanner.text(from: start)
    if scanner.current == UInt8(ascii: "="), !isArgument {
      scanner.mark(.key, from: start)
    } else if scanner.startsWith("()") {
      scanner.mark(.function, from: start)
    } else if !isArgument, Self.keywords.contains(word) {
      scanner.mark(.keyword, from: start)
    } else if !isArgument, word.utf8.allSatisfy(\.isDigit) {
      scanner.mark(.number, from: start)
    }
  }

  private func hereDocument(_ scanner: inout LineScanner) -> LexerState? {
    scanner.advance(2)
    let allowsTabs = scanner.current == UInt8(ascii: "-")
    if allowsTabs { scanner.advance() }
    scanner.skipBlanks()
    let start = scanner.index
    scanner.advance { $0.isWordByte || $0 == 0x22 || $0 == 0x27 || $0 == 0x5C }
    let terminator = scanner.bytes[start..<scanner.index].filter {
      $0 != 0x22 && $0 != 0x27 && $0 != 0x5C
    }
    guard !terminator.isEmpty, !terminator[0].isDigit else { return nil }
    scanner.mark(.keyword, from: start)
    return .hereDocument(terminator: Array(terminator), allowsTabs: allowsTabs)
  }
}
