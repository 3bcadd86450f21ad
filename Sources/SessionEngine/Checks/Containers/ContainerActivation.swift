/// Whether what an image starts runs inside the activated environment.
enum ContainerActivation: Sendable, Hashable {
  /// The environment, by its name.
  case activated(String)
  /// Only its programs are found; its activation scripts do not run.
  case onlyPath(line: Int)
  /// Something is started outside; its line.
  case notActivated(line: Int?)

  private static let deepest = 4
  private static let shells: Set<String> = ["sh", "bash", "dash", "zsh", "ash"]

  init(of stage: ContainerStage) {
    let starts = [stage.activation, stage.entrypoint, stage.command].compactMap { $0 }
    var found: String?
    for start in starts where found == nil {
      found = Self.environment(start.commands, in: stage, depth: 0)
    }
    found =
      found ?? Self.environment([ShellCommand(words: stage.words, line: 0)], in: stage, depth: 0)
    // Apptainer sources these files at every start, and bash the one BASH_ENV names.
    found = found ?? Self.byLogin(of: stage)
    let bin = stage.shell.variables["PATH"] ?? ""
    let line = starts.last?.line
    if let found {
      self = .activated(found)
    } else if let prefix = stage.prefixes.first(where: {
      bin.contains(ContainerPath.joined($0.now, "bin"))
        || ($0.environment == nil && bin.contains($0.now + "/"))
    }) {
      let isWhole = stage.shell.variables["CONDA_PREFIX"] != nil
      self =
        isWhole
        ? .activated(prefix.environment ?? "${ENVIRONMENT}") : .onlyPath(line: line ?? prefix.line)
    } else {
      self = .notActivated(line: line)
    }
  }

  private static func environment(
    _ commands: [ShellCommand], in stage: ContainerStage, depth: Int
  ) -> String? {
    guard depth < deepest else { return nil }
    for command in commands {
      if let found = environment(command.inner, in: stage, depth: depth + 1) { return found }
      let words = command.words.map { stage.shell.expanded($0) }
      for start in words.indices where ContainerPath.lastName(words[start]) == "pixi" {
        guard let pixi = PixiInvocation(Array(words[start...])) else { continue }
        if ["run", "shell", "shell-hook"].contains(pixi.command) {
          return pixi.names?.first ?? "default"
        }
      }
      if let index = words.firstIndex(where: ContainerWalk.isCommandFlag),
        index + 1 < words.count, shells.contains(ContainerPath.lastName(words[0])),
        let found = environment(
          ShellReader.commands(ScriptText(words[index + 1], line: command.line)), in: stage,
          depth: depth + 1)
      {
        return found
      }
      for word in words {
        let path = ContainerPath.resolved(word, in: stage.shell.directory)
        if let name = stage.hooks[path] { return name }
        if let text = stage.scripts[path],
          let found = environment(
            ShellReader.commands(ScriptText(text, line: command.line)), in: stage,
            depth: depth + 1)
        {
          return found
        }
      }
    }
    return nil
  }

  /// Files that a shell or Apptainer reads by itself.
  private static func byLogin(of stage: ContainerStage) -> String? {
    var files = [
      "/root/.bashrc", "/root/.profile", "/root/.bash_profile", "/etc/profile",
      "/etc/bash.bashrc", "${APPTAINER_ENVIRONMENT}", "${SINGULARITY_ENVIRONMENT}",
    ]
    if let file = stage.shell.variables["BASH_ENV"] { files.append(file) }
    files += (Array(stage.hooks.keys) + Array(stage.scripts.keys)).filter {
      $0.hasPrefix("/etc/profile.d/") || $0.hasPrefix("/.singularity.d/env/")
    }.sorted()
    return files.lazy.compactMap { path -> String? in
      if let name = stage.hooks[path] { return name }
      guard let text = stage.scripts[path] else { return nil }
      return environment(
        ShellReader.commands(ScriptText(text, line: 1)), in: stage, depth: 1)
    }.first
  }
}
