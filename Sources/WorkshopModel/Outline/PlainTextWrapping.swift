/// Breaks text into lines at spaces, for output that is no screen: a character counts as a column.
public enum PlainTextWrapping {
  /// Lines of at most `width` characters; a longer word, such as an address, stands alone and whole.
  public static func wrap(_ text: String, width: Int) -> [String] {
    var lines: [String] = []
    for word in text.split(whereSeparator: \.isWhitespace) {
      if let last = lines.last, last.count + 1 + word.count <= width {
        lines[lines.count - 1] = "\(last) \(word)"
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }
}
