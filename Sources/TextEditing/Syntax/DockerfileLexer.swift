/// Dockerfiles: an instruction at the line's beginning, shell behind it.
struct DockerfileLexer {
  private static let instructions: Set<String> = [
    "ADD", "ARG", "CMD", "COPY", "ENTRYPOINT", "ENV", "EXPOSE", "FROM", "HEALTHCHECK", "LABEL",
    "MAINTAINER", "ONBUILD", "RUN", "SHELL", "STOPSIGNAL", "USER", "VOLUME", "WORKDIR",
  ]

  func lex(_ scanner: inout LineScanner, _ state: LexerState) -> LexerState {
    if state == .normal {
      scanner.skipBlanks()
      let start = scanner.index
      scanner.advance(while: \.isWordByte)
      if Self.instructions.contains(scanner.text(from: start).uppercased()) {
        scanner.mark(.keyword, from: start)
      }
    }
    let isComment = scanner.bytes.first { $0 != 0x20 && $0 != 0x09 } == UInt8(ascii: "#")
    let after = ShellLexer().lex(&scanner, state == .continuation ? .normal : state)
    guard after == .normal else { return after }
    if isComment { return state == .continuation ? .continuation : .normal }
    return scanner.bytes.last == UInt8(ascii: "\\") ? .continuation : .normal
  }
}
