/// What ends a line in the file.
public enum LineEnding: String, Sendable, Hashable {
  /// Nothing: only the document's last line.
  case none = ""
  case lineFeed = "\n"
  case carriageReturnLineFeed = "\r\n"
}
