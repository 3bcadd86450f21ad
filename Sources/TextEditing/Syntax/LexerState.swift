/// What a line's colours depend on besides the line itself: what is still open from those above.
enum LexerState: Sendable, Hashable {
  case normal
  /// A string that goes on until so many of the quote's byte stand together.
  case string(quote: UInt8, count: Int, escapes: Bool)
  /// A shell's here-document that goes on until a line holds only its terminator.
  case hereDocument(terminator: [UInt8], allowsTabs: Bool)
  /// A Markdown code block that goes on until a fence of this byte, at least so long.
  case fence(mark: UInt8, length: Int)
  /// The line goes on behind a backslash: its first word is no instruction.
  case continuation
}
