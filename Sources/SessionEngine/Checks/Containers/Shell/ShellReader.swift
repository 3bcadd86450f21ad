/// Reads a shell script into its commands: as much of the grammar as installs in containers use.
///
/// Every loop moves on by at least one character, so it ends for any text.
struct ShellReader {
  let text: ScriptText
  let escape: Character
  let depth: Int
  var place = 0
  var commands: [ShellCommand] = []
  var current: ShellCommand
  private var openGroups: [Int] = []
  var hereDocuments: [(command: Int?, end: String, stripsTabs: Bool)] = []

  static let deepest = 4
  private static let keywords: Set<String> = [
    "if", "then", "else", "elif", "fi", "do", "done", "while", "until", "!", "time", "exec",
    "command", "builtin", "nohup", "sudo",
  ]

  init(_ text: ScriptText, escape: Character = "\\", depth: Int = 0) {
    self.text = text
    self.escape = escape
    self.depth = depth
    current = ShellCommand(line: text.firstLine)
  }

  static func commands(_ text: ScriptText, escape: Character = "\\") -> [ShellCommand] {
    var reader = ShellReader(text, escape: escape)
    return reader.read()
  }

  /// The words of a line without commands in it, as instructions have them.
  static func words(_ text: String, line: Int, escape: Character = "\\") -> [ShellWord] {
    var reader = ShellReader(ScriptText(text, line: line), escape: escape)
    var words: [ShellWord] = []
    while reader.place < reader.text.characters.count {
      if reader.character.isWhitespace {
        reader.place += 1
      } else {
        words.append(reader.word(endsAtOperators: false))
      }
    }
    return words
  }

  var character: Character { text.characters[place] }

  func at(_ offset: Int) -> Character? {
    let index = place + offset
    return index >= 0 && index < text.characters.count ? text.characters[index] : nil
  }

  mutating func read() -> [ShellCommand] {
    while place < text.characters.count {
      let next = character
      switch next {
      case "\n":
        finish()
        place += 1
        readHereDocuments()
      // Every white space: what no case takes would be an empty word for ever.
      case _ where next.isWhitespace: place += 1
      case "#": skipComment()
      case ";", "&":
        if next == "&", at(1) == ">" {
          place += 1
        } else {
          finish()
          place += 1
        }
      case "|":
        finish()
        place += at(1) == "|" || at(1) == "&" ? 2 : 1
        current.isPiped = at(-1) == "|" && at(-2) != "|"
      case "(":
        finish()
        openGroups.append(commands.count)
        place += 1
      case ")":
        finish()
        place += 1
        closeGroup()
      case ">", "<": readRedirection()
      default: readWord()
      }
    }
    finish()
    return commands
  }

  private mutating func skipComment() {
    while place < text.characters.count, character != "\n" { place += 1 }
  }

  private mutating func finish() {
    if !current.isEmpty {
      let index = commands.count
      for place in hereDocuments.indices where hereDocuments[place].command == nil {
        hereDocuments[place].command = index
      }
      commands.append(current)
    }
    current = ShellCommand(line: place < text.lines.count ? text.lines[place] : current.line)
  }

  /// Redirections behind a group hold for all its commands.
  private mutating func closeGroup() {
    guard let start = openGroups.popLast() else { return }
    while let next = at(0), next == " " || next == ">" {
      if next == ">" { readRedirection() } else { place += 1 }
    }
    for index in commands.indices.dropFirst(start) {
      commands[index].outputs += current.outputs
    }
    current.outputs = []
  }

  private mutating func readWord() {
    if current.isEmpty { current = started() }
    let word = self.word(endsAtOperators: true)
    let plain = word.expanded()
    if current.words.isEmpty {
      if plain == "{" {
        finish()
        openGroups.append(commands.count)
        return
      }
      if plain == "}" {
        finish()
        closeGroup()
        return
      }
      if Self.keywords.contains(plain) { return }
      if let variable = Self.assignment(word) {
        current.assignments.append(variable)
        return
      }
    }
    // A number in front of a redirection is a descriptor.
    if plain.allSatisfy(\.isNumber), let next = at(0), next == ">" || next == "<" { return }
    current.words.append(word)
  }

  private func started() -> ShellCommand {
    var command = ShellCommand(line: text.lines[place])
    command.isPiped = current.isPiped
    command.outputs = current.outputs
    return command
  }

  static func assignment(_ word: ShellWord) -> ContainerFile.Variable? {
    guard case .text(let first) = word.parts.first, let sign = first.firstIndex(of: "="),
      sign != first.startIndex,
      first[..<sign].allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" })
    else { return nil }
    let rest = ShellWord.Part.text(String(first[first.index(after: sign)...]))
    return ContainerFile.Variable(
      name: String(first[..<sign]), value: ShellWord([rest] + word.parts.dropFirst()))
  }
}

extension ShellReader {
  private mutating func readRedirection() {
    let isOutput = character == ">"
    let start = place
    while let next = at(0), next == ">" || next == "<" || next == "|" || next == "&",
      place < start + 3
    {
      place += 1
    }
    let sign = String(text.characters[start..<place])
    var stripsTabs = false
    if sign == "<<", at(0) == "-" {
      stripsTabs = true
      place += 1
    }
    while let next = at(0), next == " " || next == "\t" { place += 1 }
    guard let next = at(0), next != "\n" else { return }
    let target = word(endsAtOperators: true)
    if sign == "<<" {
      hereDocuments.append((nil, target.expanded(), stripsTabs))
    } else if sign == "<<<" {
      current.input += target.expanded() + "\n"
    } else if isOutput, !sign.hasSuffix("&") {
      current.outputs.append(target)
    }
  }

  private mutating func readHereDocuments() {
    for document in hereDocuments {
      var body = ""
      while place < text.characters.count {
        let end = text.characters[place...].firstIndex(of: "\n") ?? text.characters.count
        var line = String(text.characters[place..<end])
        place = min(end + 1, text.characters.count)
        if document.stripsTabs { line = String(line.drop { $0 == "\t" }) }
        if line == document.end { break }
        body += line + "\n"
      }
      if let index = document.command, index < commands.count { commands[index].input += body }
    }
    hereDocuments = []
  }
}
