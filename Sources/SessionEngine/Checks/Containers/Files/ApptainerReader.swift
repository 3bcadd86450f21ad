import Foundation

/// Reads an Apptainer or Singularity definition: headers, sections, stages.
///
/// Source: the chapter on definition files of Apptainer's user guide, 1.0 to 1.4.
struct ApptainerReader {
  private struct Section {
    let name: String
    let rest: String
    let line: Int
    var lines: [String] = []
  }

  private struct Part {
    var header: [String: String] = [:]
    let line: Int
    var sections: [Section] = []
  }

  private static let names: Set<String> = [
    "arguments", "setup", "files", "post", "environment", "runscript", "startscript", "test",
    "labels", "help", "pre", "app",
  ]

  let lines: [String]

  func read() -> ([ContainerFile.Stage], [String: String]) {
    let arguments = Self.arguments(of: parts(of: lines))
    let filled = arguments.isEmpty ? lines : lines.map { Self.filled($0, with: arguments) }
    return (parts(of: filled).map(stage), arguments)
  }

  private func parts(of lines: [String]) -> [Part] {
    var parts: [Part] = []
    for (index, line) in lines.enumerated() {
      let trimmed = line.trimmed
      if let section = Self.section(trimmed, line: index + 1) {
        if parts.isEmpty { parts.append(Part(line: index + 1)) }
        parts[parts.count - 1].sections.append(section)
      } else if let (key, value) = Self.header(trimmed),
        key == "bootstrap" || parts.last?.sections.isEmpty != false
      {
        let isNew =
          parts.isEmpty || (key == "bootstrap" && parts[parts.count - 1].header[key] != nil)
          || (key == "bootstrap" && !parts[parts.count - 1].sections.isEmpty)
        if isNew { parts.append(Part(line: index + 1)) }
        parts[parts.count - 1].header[key] = value
      } else if let part = parts.indices.last, let last = parts[part].sections.indices.last {
        parts[part].sections[last].lines.append(line)
      }
    }
    return parts
  }

  private static func section(_ trimmed: String, line: Int) -> Section? {
    guard trimmed.hasPrefix("%") else { return nil }
    let name = trimmed.dropFirst().prefix { !$0.isWhitespace }.lowercased()
    guard names.contains(name) || name.hasPrefix("app") else { return nil }
    return Section(
      name: name, rest: trimmed.dropFirst(name.count + 1).trimmed, line: line)
  }

  private static func header(_ trimmed: String) -> (String, String)? {
    // A pattern would be made anew for every line.
    guard let colon = trimmed.firstIndex(of: ":") else { return nil }
    let key = trimmed[..<colon].trimmed.lowercased()
    guard ["bootstrap", "from", "stage", "include", "mirrorurl"].contains(key) else { return nil }
    return (key, trimmed[trimmed.index(after: colon)...].prefix { $0 != "#" }.trimmed)
  }

  private static func arguments(of parts: [Part]) -> [String: String] {
    var arguments: [String: String] = [:]
    for section in parts.flatMap(\.sections) where section.name == "arguments" {
      for line in section.lines {
        let sides = line.split(separator: "=", maxSplits: 1)
        guard sides.count == 2, !line.trimmed.hasPrefix("#") else { continue }
        let value = sides[1].trimmed.trimmingCharacters(in: CharacterSet(charactersIn: "\"'"))
        arguments[sides[0].trimmed] = value
      }
    }
    return arguments
  }

  private static func filled(_ line: String, with arguments: [String: String]) -> String {
    guard line.contains("{{") else { return line }
    return line.replacing(/\{\{\s*(\w+)\s*\}\}/) { match in
      arguments[String(match.output.1)] ?? String(match.output.0)
    }
  }

  /// Files come first and the start last, in whatever order the sections stand.
  private func stage(_ part: Part) -> ContainerFile.Stage {
    var stage = ContainerFile.Stage(
      name: part.header["stage"], base: ShellWord(part.header["from"] ?? ""), line: part.line)
    let order = ["files", "post", "environment", "runscript", "startscript"]
    for name in order {
      for section in part.sections where section.name == name {
        stage.steps += Self.steps(section)
      }
    }
    return stage
  }

  private static func steps(_ section: Section) -> [ContainerFile.Step] {
    if section.name == "files" { return files(section) }
    let script = ScriptText(section.lines.joined(separator: "\n"), line: section.line + 1)
    let commands = ShellReader.commands(script)
    let action: ContainerFile.Action =
      switch section.name {
      case "post": .run(ContainerFile.Run(commands: commands))
      case "environment": .activation(commands)
      default: .entrypoint(commands)
      }
    return [ContainerFile.Step(line: section.line, action: action)]
  }

  /// `source [destination]` on each line; without a destination it is the same path.
  private static func files(_ section: Section) -> [ContainerFile.Step] {
    let words = section.rest.split(separator: " ")
    let stage = words.count > 1 && words[0] == "from" ? ShellWord(String(words[1])) : nil
    return section.lines.enumerated().compactMap { index, line in
      guard !line.trimmed.hasPrefix("#") else { return nil }
      let words = ShellReader.words(line, line: section.line + 1 + index)
      guard let source = words.first else { return nil }
      let copy = ContainerFile.Copy(
        sources: [source], destination: words.count > 1 ? words[1] : source, stage: stage)
      return ContainerFile.Step(line: section.line + 1 + index, action: .copy(copy))
    }
  }
}
