/// Which line endings a document uses.
public enum LineEndingStyle: String, Sendable, Hashable {
  case lineFeed = "LF"
  case carriageReturnLineFeed = "CRLF"
  /// Both kinds; every line keeps its own.
  case mixed
}
