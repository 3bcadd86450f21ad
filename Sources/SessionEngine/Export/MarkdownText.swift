/// Text that stands in Markdown as it is.
enum MarkdownText {
  /// Nothing in it is Markdown or HTML; line ends become spaces.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", "`", "*", "_", "[", "]", "|", "#", "~", "$":
        escaped += "\\"
        escaped.unicodeScalars.append(scalar)
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "&": escaped += "&amp;"
      case "\n", "\r", "\t": escaped += " "
      default:
        if scalar.value >= 0x20, scalar.value != 0x7F { escaped.unicodeScalars.append(scalar) }
      }
    }
    return escaped
  }

  static func table(
    _ header: [String], _ rows: [[String]], isNumber: (Int) -> Bool = { _ in false }
  ) -> String {
    let rule = header.indices.map { isNumber($0) ? "---:" : "---" }
    let lines = [header.map(escaped), rule] + rows.map { $0.map(escaped) }
    return lines.map { "| " + $0.joined(separator: " | ") + " |" }.joined(separator: "\n")
  }

  /// In a fence that nothing in the text ends.
  static func fenced(_ text: String, language: String) -> String {
    let longest = text.split(whereSeparator: { $0 != "`" }).map(\.count).max() ?? 0
    let fence = String(repeating: "`", count: max(3, longest + 1))
    return "\(fence)\(language)\n\(text)\n\(fence)"
  }
}
