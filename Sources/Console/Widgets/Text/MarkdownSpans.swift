/// Finds code, bold text and links within a line of Markdown.
enum MarkdownSpans {
  static func spans(of text: String, role: ThemeRole) -> [StyledSpan] {
    var spans: [StyledSpan] = []
    var plain = ""
    var rest = Substring(text)
    func flush() {
      if !plain.isEmpty { spans.append(StyledSpan(plain, role)) }
      plain = ""
    }
    while let character = rest.first {
      if let (span, behind) = marked(rest) {
        flush()
        spans.append(span)
        rest = behind
      } else {
        plain.append(character)
        rest = rest.dropFirst()
      }
    }
    flush()
    return spans
  }

  /// The marked text a line begins with, and what stands behind it.
  private static func marked(_ text: Substring) -> (StyledSpan, Substring)? {
    for (mark, role) in [("`", ThemeRole.syntaxString), ("**", .textStrong), ("__", .textStrong)]
    where text.hasPrefix(mark) {
      let body = text.dropFirst(mark.count)
      guard let end = body.firstRange(of: mark), end.lowerBound > body.startIndex else { continue }
      return (StyledSpan(String(body[..<end.lowerBound]), role), body[end.upperBound...])
    }
    guard text.first == "[", let middle = text.firstRange(of: "]("),
      let end = text[middle.upperBound...].firstIndex(of: ")")
    else { return nil }
    let label = text[text.index(after: text.startIndex)..<middle.lowerBound]
    let target = text[middle.upperBound..<end]
    let shown = label == target ? String(label) : "\(label) (\(target))"
    return (StyledSpan(shown, .textLink), text[text.index(after: end)...])
  }
}
