extension ShellReader {
  /// One word; never empty-handed: it takes at least one character.
  mutating func word(endsAtOperators: Bool) -> ShellWord {
    var word = ShellWord()
    let start = place
    while place < text.characters.count {
      let next = character
      if next.isWhitespace { break }
      if endsAtOperators, place > start, ";&|()<>".contains(next) { break }
      switch next {
      case "'": readSingleQuoted(into: &word)
      case "\"": readDoubleQuoted(into: &word)
      case "$": readDollar(into: &word)
      case "`": readBackticks(into: &word)
      case escape:
        place += 1
        guard let escaped = at(0) else { break }
        if escaped != "\n" { word.append(escaped) }
        place += 1
      default:
        word.append(next)
        place += 1
      }
    }
    return word
  }

  private mutating func readSingleQuoted(into word: inout ShellWord) {
    place += 1
    if word.parts.isEmpty { word.parts.append(.text("")) }
    while let next = at(0) {
      place += 1
      if next == "'" { return }
      word.append(next)
    }
  }

  private mutating func readDoubleQuoted(into word: inout ShellWord) {
    place += 1
    if word.parts.isEmpty { word.parts.append(.text("")) }
    while let next = at(0) {
      switch next {
      case "\"":
        place += 1
        return
      case "$": readDollar(into: &word)
      case "`": readBackticks(into: &word)
      case "\\" where at(1).map { "\"\\$`\n".contains($0) } == true:
        if let escaped = at(1), escaped != "\n" { word.append(escaped) }
        place += 2
      default:
        word.append(next)
        place += 1
      }
    }
  }

  private mutating func readBackticks(into word: inout ShellWord) {
    let end = text.characters[(place + 1)...].firstIndex(of: "`") ?? text.characters.count
    take(place + 1..<end, into: &word)
    place = min(end + 1, text.characters.count)
  }

  private mutating func readDollar(into word: inout ShellWord) {
    place += 1
    switch at(0) {
    case "(":
      let end = closingParenthesis()
      take(place + 1..<max(place + 1, end), into: &word)
      place = min(end + 1, text.characters.count)
    case "{":
      let end = text.characters[place...].firstIndex(of: "}") ?? text.characters.count
      word.parts.append(Self.variable(String(text.characters[place + 1..<max(place + 1, end)])))
      place = min(end + 1, text.characters.count)
    case let next? where next.isLetter || next == "_":
      let start = place
      while let next = at(0), next.isLetter || next.isNumber || next == "_" { place += 1 }
      word.parts.append(.variable(String(text.characters[start..<place]), fallback: nil))
    default: word.append("$")
    }
  }

  private static func variable(_ content: String) -> ShellWord.Part {
    let name = content.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
    let rest = content.dropFirst(name.count)
    for sign in [":-", ":=", "-", "="] where rest.hasPrefix(sign) {
      return .variable(String(name), fallback: String(rest.dropFirst(sign.count)))
    }
    return .variable(String(name), fallback: nil)
  }

  /// Of the `(` at the place; the end of the text when there is none.
  private func closingParenthesis() -> Int {
    var open = 0
    var quote: Character?
    for index in place..<text.characters.count {
      let next = text.characters[index]
      if quote != nil {
        if next == quote { quote = nil }
      } else if next == "'" {
        quote = next
      } else if next == "(" {
        open += 1
      } else if next == ")" {
        open -= 1
        if open == 0 { return index }
      }
    }
    return text.characters.count
  }

  private mutating func take(_ range: Range<Int>, into word: inout ShellWord) {
    let part = text.part(range)
    word.parts.append(.output(part.text))
    guard depth < Self.deepest else { return }
    var reader = ShellReader(part, escape: escape, depth: depth + 1)
    current.inner += reader.read()
  }
}
