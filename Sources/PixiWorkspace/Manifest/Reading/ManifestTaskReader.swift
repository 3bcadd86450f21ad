import TOMLReading

/// Reads the tasks of one table.
struct ManifestTaskReader {
  let feature: String
  let target: String?

  /// A command line, a list of other tasks, or a table with `cmd` and `depends-on`.
  /// - Throws: `PixiManifestError`
  func task(_ entry: TOMLTree.Entry) throws -> PixiManifest.Task {
    let node = entry.node
    var command: String?
    var others: [String] = []
    switch node.value {
    case .text(let text): command = text
    case .list: others = try dependencies(node)
    case .table:
      command = try node["cmd"].flatMap(commandLine)
      if let list = node["depends-on"] ?? node["depends_on"] { others = try dependencies(list) }
    default:
      throw node.failure("must be a command, or a table with `cmd`")
    }
    return PixiManifest.Task(
      name: entry.key, command: command, dependsOn: others, target: target, feature: feature,
      place: node.place)
  }

  private func commandLine(_ node: TOMLTree) throws -> String? {
    guard case .list = node.value else { return try node.text("must be a command line") }
    return try node.texts("must list the words of a command").joined(separator: " ")
  }

  /// `"a"`, `["a", "b"]`, `{ task = "a" }` or `[{ task = "a" }]`.
  private func dependencies(_ node: TOMLTree) throws -> [String] {
    guard case .list(let items) = node.value else { return [try dependency(node)] }
    var names: [String] = []
    for item in items { names.append(try dependency(item)) }
    return names
  }

  private func dependency(_ node: TOMLTree) throws -> String {
    let expected = "must name tasks as texts, or as tables with `task`"
    guard case .table = node.value else { return try node.text(expected) }
    guard let task = node["task"] else { throw node.failure(expected) }
    return try task.text(expected)
  }
}
