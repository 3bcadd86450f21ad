import Foundation

/// One instruction of a Dockerfile, with its lines joined.
struct DockerfileInstruction {
  typealias HereDocumentEnd = (name: String, stripsTabs: Bool)

  struct HereDocument {
    let name: String
    /// Of its first line of text.
    let line: Int
    var text = ""
  }

  /// In capitals.
  let keyword: String
  let rest: ScriptText
  let line: Int
  let escape: Character
  private(set) var hereDocuments: [HereDocument] = []

  init(keyword: String, rest: ScriptText, line: Int, escape: Character) {
    self.keyword = keyword
    self.rest = rest
    self.line = line
    self.escape = escape
  }

  mutating func add(_ document: HereDocument) {
    hereDocuments.append(document)
  }

  var takesHereDocuments: Bool { ["RUN", "COPY", "ADD"].contains(keyword) }

  /// `<<EOF`, `<<-EOF`, `<<"EOF"`, in their order; at most eight.
  var hereDocumentEnds: [HereDocumentEnd] {
    let text = rest.text
    guard text.contains("<<") else { return [] }
    return text.matches(of: /<<(-?)(?:"(\w+)"|'(\w+)'|(\w+))/).prefix(8).map { match in
      let name = match.output.2 ?? match.output.3 ?? match.output.4 ?? ""
      return (String(name), match.output.1 == "-")
    }
  }

  var stage: ContainerFile.Stage {
    let words = positional.words
    let isNamed = words.count > 2 && words[1].expanded().lowercased() == "as"
    return ContainerFile.Stage(
      name: isNamed ? words[2].expanded() : nil, base: words.first ?? ShellWord(), line: line)
  }

  var actions: [ContainerFile.Action] {
    switch keyword {
    case "ENV": variables.map { .environment([$0]) }
    case "ARG":
      ShellReader.words(rest.text, line: line, escape: escape).map { word in
        ShellReader.assignment(word).map { .argument($0.name, $0.value) }
          ?? .argument(word.expanded(), nil)
      }
    case "WORKDIR": [.workingDirectory(wholeWord)]
    case "COPY", "ADD": copies.map { .copy($0) }
    case "RUN": [.run(run)]
    case "SHELL": exec.map { [.shell($0)] } ?? []
    case "ENTRYPOINT": [.entrypoint(started)]
    case "CMD": [.command(started)]
    default: []
    }
  }

  /// `NAME=value …`, or `NAME value` as in old files.
  private var variables: [ContainerFile.Variable] {
    let words = ShellReader.words(rest.text, line: line, escape: escape)
    guard let first = words.first else { return [] }
    if ShellReader.assignment(first) != nil { return words.compactMap(ShellReader.assignment) }
    let value = rest.text.trimmed.drop { !$0.isWhitespace }.trimmed
    let parts = ShellReader.words(value, line: line, escape: escape)
    let joined = parts.map(\.parts).joined(separator: [.text(" ")])
    return [ContainerFile.Variable(name: first.expanded(), value: ShellWord(Array(joined)))]
  }

  private var wholeWord: ShellWord {
    let words = ShellReader.words(rest.text, line: line, escape: escape)
    return ShellWord(Array(words.map(\.parts).joined(separator: [.text(" ")])))
  }

  /// The words of the exec form, `["a", "b"]`; nil for the shell form.
  private var exec: [ShellWord]? {
    let text = positional.text.trimmed
    guard text.hasPrefix("["),
      let list = try? JSONDecoder().decode([String].self, from: Data(text.utf8))
    else { return nil }
    return list.map { ShellWord($0) }
  }

  private var started: [ShellCommand] {
    if let exec { return [ShellCommand(words: exec, line: line)] }
    return ShellReader.commands(rest, escape: escape)
  }

  private var run: ContainerFile.Run {
    let (flags, words, _, start) = positional
    let mounts = flags.compactMap(Self.mount)
    let documents = hereDocuments.map(\.text)
    // A script: the here document alone, or as the input of a shell.
    if let document = hereDocuments.first, words.first?.expanded().hasPrefix("<<") == true {
      let script = ScriptText(document.text, line: document.line)
      return ContainerFile.Run(commands: ShellReader.commands(script), mounts: mounts)
    }
    var commands =
      exec.map { [ShellCommand(words: $0, line: line)] }
      ?? ShellReader.commands(
        rest.part(start..<rest.characters.count), escape: escape)
    if !documents.isEmpty, let last = commands.indices.last {
      commands[last].input += documents.joined()
    }
    return ContainerFile.Run(commands: commands, mounts: mounts)
  }

  /// The flags in front (`--mount=…`), the words behind them, their text and where it begins.
  private var positional: (flags: [String], words: [ShellWord], text: String, start: Int) {
    var start = 0
    var flags: [String] = []
    let characters = rest.characters
    while let first = characters[start...].firstIndex(where: { !$0.isWhitespace }),
      characters[first...].starts(with: "--")
    {
      let end = characters[first...].firstIndex(where: \.isWhitespace) ?? characters.count
      flags.append(String(characters[first..<end]))
      start = end
    }
    let text = String(characters[start...])
    return (flags, ShellReader.words(text, line: line, escape: escape), text, start)
  }

  private var copies: [ContainerFile.Copy] {
    let (flags, shellWords, _, _) = positional
    let words = exec ?? shellWords
    guard words.count > 1, let destination = words.last else { return [] }
    func values(_ name: String) -> [String] {
      flags.filter { $0.hasPrefix("--\(name)=") }.map { String($0.dropFirst(name.count + 3)) }
    }
    let from = values("from").last.flatMap {
      ShellReader.words($0, line: line, escape: escape).first
    }
    var copy = ContainerFile.Copy(sources: [], destination: destination, stage: from)
    copy.keepsParents = flags.contains { $0 == "--parents" || $0 == "--parents=true" }
    copy.excluded = values("exclude")
    var copies: [ContainerFile.Copy] = []
    for source in words.dropLast() {
      if source.expanded().hasPrefix("<<") {
        var inline = copy
        inline.inlineText = hereDocuments.map(\.text).joined()
        copies.append(inline)
      } else {
        copy.sources.append(source)
      }
    }
    return copy.sources.isEmpty ? copies : copies + [copy]
  }

  /// `--mount=type=bind,source=…,target=…`; nil for other kinds.
  private static func mount(_ flag: String) -> ContainerFile.Copy? {
    guard flag.hasPrefix("--mount=") else { return nil }
    var fields: [String: String] = [:]
    for field in flag.dropFirst("--mount=".count).split(separator: ",") {
      let parts = field.split(separator: "=", maxSplits: 1)
      fields[String(parts.first ?? "")] = parts.count > 1 ? String(parts[1]) : ""
    }
    guard fields["type", default: "bind"] == "bind",
      let target = fields["target"] ?? fields["dst"] ?? fields["destination"]
    else { return nil }
    func word(_ text: String) -> ShellWord {
      ShellReader.words(text, line: 1).first ?? ShellWord(text)
    }
    return ContainerFile.Copy(
      sources: [word(fields["source"] ?? fields["src"] ?? ".")], destination: word(target),
      stage: fields["from"].map(word))
  }
}
