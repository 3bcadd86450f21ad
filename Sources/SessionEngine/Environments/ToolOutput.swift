/// A tool's output without escape sequences, for looking up phrases and quoting its end.
struct ToolOutput {
  let lines: [String]
  private let text: String

  init(_ raw: String) {
    text =
      raw.replacing(/\u{1B}\][^\u{07}\u{1B}]*(\u{07}|\u{1B}\\)?/, with: "")
      .replacing(/\u{1B}\[[0-?]*[ -\/]*[@-~]/, with: "")
      .replacing("\r\n", with: "\n").replacing("\r", with: "\n")
    lines = text.split(separator: "\n").map(String.init)
      .filter { $0.contains { !$0.isWhitespace } }
  }

  /// The last lines, as printed.
  var tail: String { lines.suffix(20).joined(separator: "\n") }

  func contains(_ phrase: String) -> Bool { text.contains(phrase) }

  func containsAny(_ phrases: [String]) -> Bool { phrases.contains(where: text.contains) }

  /// The last match's first group; nil when there is none.
  func match(_ pattern: Regex<(Substring, Substring)>) -> String? {
    text.matches(of: pattern).last.map { String($0.output.1) }
  }

  /// The lines that hold a phrase.
  func lines(with phrase: String) -> [String] { lines.filter { $0.contains(phrase) } }
}
