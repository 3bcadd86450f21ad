/// The variables and the folder commands run with.
struct ContainerShell: Sendable, Hashable {
  var variables = ["HOME": "/root"]
  var exported: Set<String> = ["HOME"]
  var directory = "/"

  mutating func export(_ name: String, _ value: String?) {
    if let value { variables[name] = value }
    exported.insert(name)
  }

  func expanded(_ word: ShellWord) -> String {
    word.expanded(by: variables)
  }

  func path(_ word: ShellWord) -> String {
    ContainerPath.resolved(expanded(word), in: directory)
  }

  /// Whether a variable reaches the commands; an `ARG` without a default counts, an empty value
  /// does not.
  func passes(_ name: String) -> Bool {
    exported.contains(name) && variables[name] != ""
  }

  /// Whether a switch of pixi's is on.
  func switches(_ name: String) -> Bool {
    exported.contains(name)
      && ["true", "1", "yes", "on"].contains(variables[name]?.lowercased() ?? "")
  }
}
