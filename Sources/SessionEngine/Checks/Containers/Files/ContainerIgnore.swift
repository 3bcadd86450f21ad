/// A `.dockerignore`: what of the folder is left out of the build.
///
/// Source: the chapter on the build context of Docker's manual.
struct ContainerIgnore: Sendable, Hashable {
  private struct Rule: Sendable, Hashable {
    let pattern: PathPattern
    let isException: Bool
  }

  private let rules: [Rule]

  /// - Parameter text: Nil when there is no such file.
  init(_ text: String?) {
    let lines = (text ?? "").replacing("\r\n", with: "\n").split(separator: "\n")
    rules = lines.compactMap { line in
      var pattern = line.trimmed
      guard !pattern.isEmpty, !pattern.hasPrefix("#") else { return nil }
      let isException = pattern.hasPrefix("!")
      if isException { pattern = String(pattern.dropFirst()).trimmed }
      while pattern.hasPrefix("./") { pattern = String(pattern.dropFirst(2)) }
      return Rule(pattern: PathPattern(pattern), isException: isException)
    }
  }

  init(patterns: [String]) {
    self.init(patterns.joined(separator: "\n"))
  }

  /// The last rule that fits the path or a folder above it decides.
  func excludes(_ path: String) -> Bool {
    let names = path.split(separator: "/").map(String.init)
    var isExcluded = false
    for rule in rules where rule.isException == isExcluded {
      if names.indices.contains(where: { rule.pattern.matches(Array(names[...$0])) }) {
        isExcluded.toggle()
      }
    }
    return isExcluded
  }

  /// Whether an installed environment stays outside.
  var excludesPixiFolder: Bool { excludes(".pixi/envs/default/conda-meta") }
}
