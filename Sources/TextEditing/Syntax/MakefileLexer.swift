/// Makefiles: targets, variables, and recipes that are shell.
struct MakefileLexer {
  func lex(_ scanner: inout LineScanner, _ state: LexerState) -> LexerState {
    guard scanner.current != 0x09, state == .normal else {
      return ShellLexer().lex(&scanner, state)
    }
    let start = scanner.index
    scanner.advance { $0.isWordByte || "-./%$() ".utf8.contains($0) }
    if scanner.startsWith(":="), start < scanner.index {
      scanner.mark(.key, from: start)
    } else if scanner.current == UInt8(ascii: ":") {
      scanner.mark(.function, from: start)
    } else if "=?+".utf8.contains(scanner.current) {
      scanner.mark(.key, from: start)
    }
    return ShellLexer().lex(&scanner, .normal)
  }
}
