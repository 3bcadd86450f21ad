import TerminalCore

/// Breaks text into lines that fit.
public enum TextWrapping {
  /// Lines of at most so many columns, broken between words; a word that is wider is broken within.
  /// Line breaks of the text are kept, and so is the white space a line begins with.
  public static func lines(of text: String, columns: Int) -> [String] {
    guard columns > 0 else { return [] }
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .flatMap { paragraph(String($0), columns: columns) }
  }

  private static func paragraph(_ text: String, columns: Int) -> [String] {
    var lines: [String] = []
    var line = String(text.prefix { $0 == " " }.prefix(columns / 2))
    var used = line.count
    var isAtStart = true
    for word in text.split(separator: " ") {
      let width = TextWidth.columns(of: word)
      if !isAtStart, used + 1 + width > columns {
        lines.append(line)
        (line, used, isAtStart) = ("", 0, true)
      }
      if !isAtStart {
        line += " "
        used += 1
      }
      isAtStart = false
      for character in word {
        let step = TextWidth.columns(of: character)
        if used + step > columns, used > 0 {
          lines.append(line)
          (line, used) = ("", 0)
        }
        line.append(character)
        used += step
      }
    }
    return lines + [line]
  }
}
