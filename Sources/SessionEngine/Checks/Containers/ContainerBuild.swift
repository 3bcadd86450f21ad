/// What building a container file does to the environment in it, followed step by step.
struct ContainerBuild: Sendable {
  let file: ContainerFile
  let ignore: ContainerIgnore
  /// Known files of the folder, by their paths.
  let texts: [String: String]
  private(set) var stages: [ContainerStage] = []

  /// - Parameter ignoreFile: The text of the `.dockerignore`; nil when there is none.
  init(_ file: ContainerFile, ignoreFile: String?, texts: [String: String] = [:]) {
    self.file = file
    self.texts = texts
    ignore = ContainerIgnore(file.kind == .dockerfile ? ignoreFile : nil)
    for stage in file.stages {
      let base = index(of: stage.base.expanded(by: file.arguments), before: stages.count)
      stages.append(base.map { stages[$0].inherited } ?? ContainerStage())
      for step in stage.steps { follow(step, in: stages.count - 1) }
    }
  }

  /// The last image; nil when there is none.
  var last: ContainerStage? { stages.last }

  /// In the order of the file.
  var installs: [ContainerStage.Install] { stages.flatMap(\.installs) }

  private func index(of name: String, before end: Int) -> Int? {
    if let number = Int(name), number >= 0, number < end { return number }
    return file.stages.prefix(end).lastIndex { $0.name?.lowercased() == name.lowercased() }
  }

  private mutating func follow(_ step: ContainerFile.Step, in index: Int) {
    let line = step.line
    switch step.action {
    case .environment(let variables):
      for variable in variables {
        stages[index].arguments.remove(variable.name)
        stages[index].shell.export(
          variable.name, stages[index].shell.expanded(variable.value))
      }
    case .argument(let name, let value):
      guard stages[index].shell.variables[name] == nil else { return }
      stages[index].arguments.insert(name)
      let known = value.map { stages[index].shell.expanded($0) } ?? file.arguments[name]
      stages[index].shell.export(name, known)
    case .workingDirectory(let word):
      stages[index].shell.directory = stages[index].shell.path(word)
      stages[index].directories.insert(stages[index].shell.directory)
    case .copy(let copy): follow(copy, in: index, line: line)
    case .run(let run):
      var walk = ContainerWalk(stage: stages[index], shell: stages[index].shell)
      for mount in run.mounts { walk.addMounted(mounted(mount, in: index)) }
      walk.run(run.commands)
      let shell = stages[index].shell
      stages[index] = walk.stage
      stages[index].shell = shell
    case .shell(let words): stages[index].words = words
    case .entrypoint(let commands):
      stages[index].entrypoint = ContainerStage.Start(commands: commands, line: line)
      stages[index].command = nil
    case .command(let commands):
      stages[index].command = ContainerStage.Start(commands: commands, line: line)
    case .activation(let commands):
      stages[index].activation = ContainerStage.Start(commands: commands, line: line)
    }
  }
}

extension ContainerBuild {
  private static let names = ["pixi.toml", "pyproject.toml", "pixi.lock"]

  private mutating func follow(_ copy: ContainerFile.Copy, in index: Int, line: Int) {
    let shell = stages[index].shell
    let destination = shell.expanded(copy.destination)
    let target = ContainerPath.resolved(destination, in: shell.directory)
    if let text = copy.inlineText {
      stages[index].scripts[target] = text
      return
    }
    if let stage = copy.stage {
      guard let from = self.index(of: shell.expanded(stage), before: index) else { return }
      let transfer = ContainerTransfer(
        isFolder: isFolder(destination, target, of: copy, in: index),
        keepsParents: copy.keepsParents, copiesContents: file.kind == .dockerfile)
      for source in copy.sources {
        transfer.carry(
          ContainerPath.resolved(shell.expanded(source), in: "/"), to: target,
          from: stages[from], into: &stages[index], line: line)
      }
      return
    }
    let excluded = ContainerIgnore(patterns: copy.excluded)
    for source in copy.sources.map({ shell.expanded($0) }) {
      let isRoot = Self.isRoot(source)
      let name = ContainerPath.lastName(source)
      if name == ".pixi" || source.contains(".pixi/")
        || (isRoot && !ignore.excludesPixiFolder && !excluded.excludesPixiFolder)
      {
        stages[index].folderCopies.append(line)
      }
      if isRoot || isFolder(destination, target, of: copy, in: index) {
        stages[index].directories.insert(target)
      }
      for name in names(in: source) where !excluded.excludes(name) {
        stages[index].files.formUnion(
          places(of: name, to: target, isInFolder: isRoot, of: copy, in: index))
      }
      if !isRoot, let text = texts[source] {
        for place in places(of: name, to: target, isInFolder: false, of: copy, in: index) {
          stages[index].scripts[place] = text
        }
      }
    }
  }

  private static func isRoot(_ source: String) -> Bool {
    source.allSatisfy { $0 == "." || $0 == "/" } && !source.contains("..") || source == "*"
      || source == "./*"
  }

  /// The manifests and locks that a pattern names, of those that reach the build.
  private func names(in source: String) -> [String] {
    let glob = Glob(ContainerPath.lastName(source))
    return Self.names.filter { name in
      !ignore.excludes(name) && (Self.isRoot(source) || glob.fits(name))
    }
  }

  private func isFolder(
    _ destination: String, _ target: String, of copy: ContainerFile.Copy, in index: Int
  ) -> Bool {
    destination.hasSuffix("/") || destination == "." || copy.sources.count > 1
      || stages[index].directories.contains(target)
  }

  /// Where a file comes to stand: both places when the destination could be a file or a folder.
  private func places(
    of name: String, to target: String, isInFolder: Bool, of copy: ContainerFile.Copy,
    in index: Int
  ) -> [String] {
    let inside = ContainerPath.joined(target, name)
    let destination = stages[index].shell.expanded(copy.destination)
    if isInFolder || isFolder(destination, target, of: copy, in: index) { return [inside] }
    return ContainerPath.lastName(target).contains(".") ? [target] : [target, inside]
  }

  /// The files a bind mount lends to a step.
  private func mounted(_ mount: ContainerFile.Copy, in index: Int) -> Set<String> {
    let shell = stages[index].shell
    let target = shell.path(mount.destination)
    let source = mount.sources.first.map { shell.expanded($0) } ?? "."
    if let stage = mount.stage {
      guard let from = self.index(of: shell.expanded(stage), before: index) else { return [] }
      let folder = ContainerPath.resolved(source, in: "/")
      return Set(
        stages[from].files.compactMap { file in
          ContainerPath.part(of: file, below: folder).map { ContainerPath.joined(target, $0) }
        })
    }
    let isRoot = Self.isRoot(source)
    return Set(names(in: source).map { isRoot ? ContainerPath.joined(target, $0) : target })
  }
}
