/// Python as its reference describes tokens: strings with prefixes, triple quotes over lines.
struct PythonLexer {
  private static let keywords: Set<String> = [
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "case", "class",
    "continue", "def", "del", "elif", "else", "except", "finally", "for", "from", "global", "if",
    "import", "in", "is", "lambda", "match", "nonlocal", "not", "or", "pass", "raise", "return",
    "try", "while", "with", "yield",
  ]
  /// Keywords only where a statement begins; names everywhere else.
  private static let softKeywords: Set<String> = ["match", "case"]
  private static let types: Set<String> = [
    "bool", "bytes", "complex", "dict", "float", "frozenset", "int", "list", "object", "set",
    "str", "tuple", "type",
  ]

  func lex(_ scanner: inout LineScanner, _ state: LexerState) -> LexerState {
    if case .string(let quote, let count, let escapes) = state {
      let closed = scanner.scanString(quote: quote, count: count, escapes: escapes)
      scanner.mark(.string, from: 0)
      if !closed { return state }
    }
    var definition: SyntaxRole?
    while !scanner.isAtEnd {
      let start = scanner.index
      switch scanner.current {
      case UInt8(ascii: "#"):
        scanner.advanceToEnd()
        scanner.mark(.comment, from: start)
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        if let open = string(&scanner, from: start, escapes: true) { return open }
      case UInt8(ascii: "@") where isFirst(scanner):
        scanner.advance()
        scanner.advance { $0.isWordByte || $0 == UInt8(ascii: ".") }
        scanner.mark(.function, from: start)
      case let byte where byte.isDigit: scanner.scanNumber()
      case let byte where byte.isWordByte:
        let first = isFirst(scanner)
        scanner.advance(while: \.isWordByte)
        let word = scanner.text(from: start)
        if isStringPrefix(word), scanner.current == 0x22 || scanner.current == 0x27 {
          if let open = string(&scanner, from: start, escapes: true) { return open }
        } else {
          let role = definition ?? role(of: word, isFirst: first, scanner)
          scanner.mark(role, from: start)
          definition = word == "def" ? .function : word == "class" ? .type : nil
        }
      default: scanner.advance()
      }
    }
    return .normal
  }

  private func isFirst(_ scanner: LineScanner) -> Bool {
    scanner.bytes[..<scanner.index].allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }

  private func isStringPrefix(_ word: String) -> Bool {
    word.count <= 2 && word.lowercased().allSatisfy { "rbfut".contains($0) }
  }

  private func role(of word: String, isFirst: Bool, _ scanner: LineScanner) -> SyntaxRole {
    if Self.softKeywords.contains(word) {
      let isStatement = isFirst && scanner.current == 0x20 && scanner.peek(1) != UInt8(ascii: "=")
      return isStatement ? .keyword : .plain
    }
    if Self.keywords.contains(word) { return .keyword }
    if Self.types.contains(word) { return .type }
    if scanner.current == UInt8(ascii: "(") { return .function }
    return .plain
  }

  /// Colours a string; the state it leaves open when it goes on below.
  private func string(_ scanner: inout LineScanner, from start: Int, escapes: Bool) -> LexerState? {
    let quote = scanner.current
    let count = scanner.runLength(of: quote) >= 3 ? 3 : 1
    scanner.advance(count)
    let closed = scanner.scanString(quote: quote, count: count, escapes: escapes)
    scanner.mark(.string, from: start)
    if closed { return nil }
    let goesOn = count == 3 || scanner.bytes.last == UInt8(ascii: "\\")
    return goesOn ? .string(quote: quote, count: count, escapes: escapes) : .normal
  }
}
