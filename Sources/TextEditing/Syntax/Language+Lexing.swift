extension Language {
  /// Colours one line that begins in a state, and tells the state the next one begins in.
  func lex(_ scanner: inout LineScanner, _ state: LexerState) -> LexerState {
    switch self {
    case .python: PythonLexer().lex(&scanner, state)
    case .toml: TOMLLexer().lex(&scanner, state)
    case .shell: ShellLexer().lex(&scanner, state)
    case .dockerfile: DockerfileLexer().lex(&scanner, state)
    case .makefile: MakefileLexer().lex(&scanner, state)
    case .markdown: MarkdownLexer().lex(&scanner, state)
    case .json: JSONLexer().lex(&scanner, state)
    case .plain: .normal
    }
  }
}
