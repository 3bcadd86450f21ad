/// Reads a Dockerfile: directives, continued lines, comments, here documents, instructions in
/// shell and exec form.
///
/// Source: the Dockerfile reference, as of BuildKit's frontend 1.
struct DockerfileReader {
  let lines: [String]
  private var escape: Character = "\\"
  private var place = 0
  private var stages: [ContainerFile.Stage] = []
  private var arguments: [String: String] = [:]

  init(lines: [String]) {
    self.lines = lines
  }

  func read() -> ([ContainerFile.Stage], [String: String]) {
    var reader = self
    reader.readDirectives()
    while let instruction = reader.nextInstruction() { reader.take(instruction) }
    return (reader.stages, reader.arguments)
  }

  private mutating func readDirectives() {
    for line in lines {
      let parts = line.drop { $0 == "#" || $0.isWhitespace }.split(separator: "=", maxSplits: 1)
      guard line.trimmed.hasPrefix("#"), parts.count == 2 else { return }
      if parts[0].trimmed.lowercased() == "escape", parts[1].trimmed == "`" { escape = "`" }
    }
  }

  /// Its keyword in capitals, what follows with lines, and its here documents.
  private mutating func nextInstruction() -> DockerfileInstruction? {
    while place < lines.count, lines[place].isBlankOrComment { place += 1 }
    guard place < lines.count else { return nil }
    let line = place + 1
    let text = logicalLine()
    let content = text.characters.drop { $0.isWhitespace }
    let keyword = String(content.prefix { !$0.isWhitespace }).uppercased()
    let start = content.startIndex + keyword.count
    let rest = text.part(min(start, text.characters.count)..<text.characters.count)
    var instruction = DockerfileInstruction(
      keyword: keyword, rest: rest, line: line, escape: escape)
    if instruction.takesHereDocuments {
      for end in instruction.hereDocumentEnds { instruction.add(hereDocument(to: end)) }
    }
    return instruction
  }

  /// Lines that end in the escape character are joined; comments between them fall out.
  private mutating func logicalLine() -> ScriptText {
    var text = ScriptText()
    var isContinued = true
    while isContinued, place < lines.count {
      let line = lines[place]
      place += 1
      if line.isBlankOrComment, !text.characters.isEmpty { continue }
      let end = line.lastIndex { !$0.isWhitespace }
      isContinued = end.map { line[$0] == escape } ?? false
      let kept = isContinued ? String(line[..<(end ?? line.startIndex)]) + " " : line
      text.append(kept, line: place)
    }
    return text
  }

  private mutating func hereDocument(
    to end: DockerfileInstruction.HereDocumentEnd
  ) -> DockerfileInstruction.HereDocument {
    var document = DockerfileInstruction.HereDocument(name: end.name, line: place + 1)
    while place < lines.count {
      let line = end.stripsTabs ? String(lines[place].drop { $0 == "\t" }) : lines[place]
      place += 1
      if line == end.name { break }
      document.text += line + "\n"
    }
    return document
  }

  private mutating func take(_ instruction: DockerfileInstruction) {
    if instruction.keyword == "FROM" {
      stages.append(instruction.stage)
      return
    }
    let actions = instruction.actions
    guard let last = stages.indices.last else {
      for case .argument(let name, let value?) in actions {
        arguments[name] = value.expanded(by: arguments)
      }
      return
    }
    stages[last].steps += actions.map {
      ContainerFile.Step(line: instruction.line, action: $0)
    }
  }
}

extension StringProtocol {
  fileprivate var isBlankOrComment: Bool {
    let first = first { !$0.isWhitespace }
    return first == nil || first == "#"
  }
}
