/// Looks for the first line that tells of an error.
struct ErrorSearch {
  private let patterns = ErrorPattern.all

  /// The first line of the first error and where in it the word stands that says so; its total is
  /// the count of lines that have such a word.
  func first(in lines: KeptLines) -> TerminalMatch? {
    var count = 0
    var first: (line: Int, columns: Range<Int>)?
    var text = WrappedLine()
    var line = lines.first
    let end = lines.lastUsed + 1
    while line < end {
      line = text.read(lines, from: line)
      guard let range = range(in: text.bytes) else { continue }
      count += 1
      if first == nil { first = text.span(range) }
    }
    guard let first else { return nil }
    return TerminalMatch(line: first.line, columns: first.columns, ordinal: 1, total: count)
  }

  private func range(in bytes: [UInt8]) -> Range<Int>? {
    guard !bytes.isEmpty else { return nil }
    return patterns.lazy.compactMap { $0.range(in: bytes) }.first
  }
}
