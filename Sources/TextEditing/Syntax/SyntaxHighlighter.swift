/// The colours of a document's lines, kept until the lines or what is open above them change.
struct SyntaxHighlighter: Sendable, Equatable {
  private struct Entry: Sendable, Equatable {
    var start: LexerState
    var end: LexerState
    var spans: [SyntaxSpan]
  }

  /// Longer lines are not coloured: they are data, and colouring them would be felt at every key.
  static let longestLine = 20_000

  private let language: Language
  private var entries: [Entry?]
  /// The first lines whose colours are known to be right.
  private var preparedCount = 0
  /// How many lines were looked at anew since the beginning.
  private(set) var lexedLines = 0

  init(language: Language, lineCount: Int) {
    self.language = language
    entries = Array(repeating: nil, count: lineCount)
  }

  mutating func linesReplaced(_ range: Range<Int>, count: Int) {
    entries.replaceSubrange(range, with: Array(repeating: nil, count: count))
    preparedCount = min(preparedCount, range.lowerBound)
  }

  /// Colours every line up to one; a line that begins in the state it had keeps its colours.
  mutating func prepare(_ document: Document, throughLine last: Int) {
    let end = min(last + 1, entries.count)
    var state = preparedCount == 0 ? .normal : entries[preparedCount - 1]?.end ?? .normal
    while preparedCount < end {
      if let entry = entries[preparedCount], entry.start == state {
        state = entry.end
      } else {
        let (spans, after) = lex(document.lines[preparedCount].text, state)
        entries[preparedCount] = Entry(start: state, end: after, spans: spans)
        lexedLines += 1
        state = after
      }
      preparedCount += 1
    }
  }

  func spans(ofLine line: Int) -> [SyntaxSpan] {
    line < preparedCount ? entries[line]?.spans ?? [] : []
  }

  private func lex(_ text: String, _ state: LexerState) -> ([SyntaxSpan], LexerState) {
    guard text.utf8.count <= Self.longestLine else { return ([], .normal) }
    var scanner = LineScanner(text)
    let after = language.lex(&scanner, state)
    return (scanner.spans, after)
  }
}
