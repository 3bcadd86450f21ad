/// Characters of a script, each with the line of the file it stands in.
struct ScriptText {
  private(set) var characters: [Character] = []
  private(set) var lines: [Int] = []

  init() {}

  init(_ text: String, line: Int) {
    append(text, line: line)
  }

  mutating func append(_ text: String, line: Int) {
    var line = line
    for character in text {
      characters.append(character)
      lines.append(line)
      if character == "\n" { line += 1 }
    }
  }

  func part(_ range: Range<Int>) -> ScriptText {
    var part = ScriptText()
    part.characters = Array(characters[range])
    part.lines = Array(lines[range])
    return part
  }

  var text: String { String(characters) }
  var firstLine: Int { lines.first ?? 1 }
}
