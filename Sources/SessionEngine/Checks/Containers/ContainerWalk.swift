import Foundation

/// Follows the commands of one script, with what they do to the image.
struct ContainerWalk {
  var stage: ContainerStage
  var shell: ContainerShell
  private var mounted: Set<String> = []
  private var depth = 0
  /// What the command before printed, for the one behind a pipe.
  private var piped: (environment: String?, text: String) = (nil, "")

  private static let shells: Set<String> = ["sh", "bash", "dash", "zsh", "ash"]
  private static let deepest = 3

  init(stage: ContainerStage, shell: ContainerShell) {
    self.stage = stage
    self.shell = shell
  }

  mutating func addMounted(_ files: Set<String>) {
    mounted.formUnion(files)
  }

  mutating func run(_ commands: [ShellCommand]) {
    for command in commands { run(command) }
  }

  private mutating func run(_ command: ShellCommand) {
    let before = command.isPiped ? piped : (environment: nil, text: "")
    piped = before
    for inner in command.inner { run(inner) }
    if !command.inner.isEmpty, piped.environment == nil { piped = before }
    let outer = shell
    for variable in command.assignments {
      let value = shell.expanded(variable.value)
      if command.words.isEmpty {
        shell.variables[variable.name] = value
      } else {
        shell.export(variable.name, value)
      }
    }
    let words = command.words.map { shell.expanded($0) }
    carryOut(words, command)
    if !command.words.isEmpty, !command.assignments.isEmpty {
      let directory = shell.directory
      shell = outer
      shell.directory = directory
    }
  }

  private mutating func carryOut(_ words: [String], _ command: ShellCommand) {
    var words = words[...]
    while let first = words.first, first == "env" || first == "sudo" || first == "exec" {
      words = words.dropFirst()
      while let next = words.first, next.hasPrefix("-") || next.contains("=") {
        if let sign = next.firstIndex(of: "="), !next.hasPrefix("-") {
          shell.export(String(next[..<sign]), String(next[next.index(after: sign)...]))
        }
        words = words.dropFirst()
      }
    }
    guard let first = words.first else { return note(command, text: command.input) }
    let arguments = Array(words.dropFirst())
    let plain = arguments.filter { !$0.hasPrefix("-") }
    switch ContainerPath.lastName(first) {
    case "export", "declare", "typeset": export(plain)
    case "unset":
      for name in plain {
        shell.variables[name] = nil
        shell.exported.remove(name)
      }
    case "cd", "pushd":
      if let folder = plain.first {
        shell.directory = ContainerPath.resolved(folder, in: shell.directory)
        stage.directories.insert(shell.directory)
      }
    case "mkdir":
      for folder in plain {
        stage.directories.insert(ContainerPath.resolved(folder, in: shell.directory))
      }
    case "git" where plain.first == "clone": stage.hasClone = true
    case "mv", "cp", "rsync":
      carry(plain, moves: ContainerPath.lastName(first) == "mv", line: command.line)
    case "pixi": invoke(Array(words), command)
    case "tee":
      let outputs = plain.map { ContainerPath.resolved($0, in: shell.directory) }
      note(piped, in: outputs)
    case let name where Self.shells.contains(name):
      if let index = arguments.firstIndex(where: Self.isCommandFlag),
        index + 1 < arguments.count
      {
        runText(arguments[index + 1], line: command.line)
      } else if plain.isEmpty {
        runText(command.input, line: command.line)
      }
      note(command, text: "")
    default: note(command, text: plain.joined(separator: " ") + "\n" + command.input)
    }
  }

  static func isCommandFlag(_ word: String) -> Bool {
    word.hasPrefix("-") && !word.hasPrefix("--") && word.contains("c")
  }

  private mutating func runText(_ text: String, line: Int) {
    guard depth < Self.deepest, !text.isEmpty else { return }
    depth += 1
    // The script has lines of its own, but they are all told as the one it stands in.
    run(ShellReader.commands(ScriptText(text.replacing("\n", with: ";"), line: line)))
    depth -= 1
  }

  private mutating func export(_ words: [String]) {
    for word in words {
      if let sign = word.firstIndex(of: "=") {
        shell.export(String(word[..<sign]), String(word[word.index(after: sign)...]))
      } else {
        shell.export(word, nil)
      }
    }
  }

  private mutating func carry(_ paths: [String], moves: Bool, line: Int) {
    guard let destination = paths.last, paths.count > 1 else { return }
    let target = ContainerPath.resolved(destination, in: shell.directory)
    let from = stage
    let transfer = ContainerTransfer(
      isFolder: destination.hasSuffix("/") || paths.count > 2
        || stage.directories.contains(target), copiesContents: false)
    for path in paths.dropLast() {
      let source = ContainerPath.resolved(path, in: shell.directory)
      if moves {
        stage.prefixes.removeAll { ContainerPath.part(of: $0.now, below: source) != nil }
      }
      transfer.carry(source, to: target, from: from, into: &stage, line: line)
    }
  }

  private mutating func invoke(_ words: [String], _ command: ShellCommand) {
    guard let pixi = PixiInvocation(words) else { return }
    let environment = pixi.names?.first ?? "default"
    if pixi.command == "shell-hook" {
      piped.environment = environment
      for path in command.outputs.map(shell.path) { stage.hooks[path] = environment }
    }
    if pixi.rewritesLock { stage.rewrittenOn = stage.rewrittenOn ?? command.line }
    guard pixi.makesEnvironment else { return }
    let folder = self.folder(of: pixi)
    let files = stage.files.union(mounted)
    func has(_ names: [String]) -> Bool {
      stage.hasClone || folder.contains("${")
        || names.contains { files.contains(ContainerPath.joined(folder, $0)) }
    }
    stage.installs.append(
      ContainerStage.Install(
        environments: pixi.names, command: "pixi \(pixi.command)", line: command.line,
        isLocked: pixi.isLocked || shell.switches("PIXI_LOCKED") || shell.switches("PIXI_FROZEN"),
        overridesCUDA: shell.passes("CONDA_OVERRIDE_CUDA") || pixi.choosesPlatform,
        hasManifest: has(["pixi.toml", "pyproject.toml"]), hasLock: has(["pixi.lock"]),
        rewrittenOn: stage.rewrittenOn))
    let root = ContainerPath.joined(folder, ".pixi/envs")
    for name in pixi.names.map({ $0.map(Optional.some) }) ?? [nil] {
      let prefix = name.map { ContainerPath.joined(root, $0) } ?? root
      if !stage.prefixes.contains(where: { $0.made == prefix && $0.now == prefix }) {
        stage.prefixes.append(
          ContainerStage.Prefix(
            environment: name, made: prefix, now: prefix, line: command.line))
      }
    }
  }

  private func folder(of pixi: PixiInvocation) -> String {
    guard let path = pixi.manifest ?? shell.variables["PIXI_PROJECT_MANIFEST"] else {
      return shell.directory
    }
    let manifest = ContainerPath.resolved(path, in: shell.directory)
    return manifest.hasSuffix(".toml") ? ContainerPath.parent(manifest) : manifest
  }

  private mutating func note(_ command: ShellCommand, text: String) {
    let text = text.replacing("\\n", with: "\n")
    let environment = piped.environment
    if !command.isPiped { piped = (environment, text) }
    note((environment, text), in: command.outputs.map(shell.path))
  }

  private mutating func note(
    _ content: (environment: String?, text: String), in outputs: [String]
  ) {
    for path in outputs {
      if let environment = content.environment { stage.hooks[path] = environment }
      stage.scripts[path, default: ""] += content.text + "\n"
    }
  }
}
