import PixiWorkspace
import WorkshopModel

extension WrongWayFinder {
  /// What building every container file of the folder does.
  static func builds(in subject: CheckSubject) -> [ContainerBuild] {
    let texts = subject.texts
    return texts.keys.filter(ContainerFile.isContainerFile).sorted().map { path in
      ContainerBuild(
        ContainerFile(text: texts[path] ?? "", path: path),
        ignoreFile: texts["\(path).dockerignore"] ?? texts[".dockerignore"], texts: texts)
    }
  }

  /// What the container files install of the environments that are asked about; only the first
  /// install of a build counts, later ones find its work done.
  private func firstInstall(_ build: ContainerBuild) -> ContainerStage.Install? {
    build.installs.first { $0.makes(environment) }
  }

  private func finding(
    _ wrongWay: WrongWay, _ build: ContainerBuild, line: Int, why: String, remedy: String
  ) -> Finding {
    Finding(
      wrongWay, environment: environment, why: why, remedy: remedy, file: build.file.path,
      line: line)
  }

  /// A condition's judgement as a finding.
  private func finding(
    _ wrongWay: WrongWay, _ condition: ContainerRequirement.Condition, _ build: ContainerBuild
  ) -> [Finding] {
    let judge = ContainerJudge(build: build, environment: environment)
    guard let judgement = judge.judgement(condition), let line = judgement.line else { return [] }
    return [
      finding(wrongWay, build, line: line, why: judgement.why, remedy: judgement.remedy)
    ]
  }

  func overrideMissing(_ build: ContainerBuild) -> [Finding] {
    guard let install = firstInstall(build), needsCUDA(install) else { return [] }
    return finding(.overrideMissing, .overridesCUDA, build)
  }

  /// Whether pixi would ask for a driver; an environment that is not known may.
  private func needsCUDA(_ install: ContainerStage.Install) -> Bool {
    guard context.manifest != nil else { return true }
    let names = install.environments ?? context.all.map(\.name)
    return names.contains { name in
      guard let environment = context.all.first(where: { $0.name == name }) else { return true }
      return environment.declaresCUDA
        || environment.gpuDependencies.contains(where: CUDAKnowledge.needsDriver)
    }
  }

  func lockNotCopied(_ build: ContainerBuild) -> [Finding] {
    guard let install = firstInstall(build), !install.hasLock, install.rewrittenOn == nil else {
      return []
    }
    let isIgnored = build.ignore.excludes("pixi.lock")
    return [
      finding(
        .lockNotCopied, build, line: install.line,
        why: "pixi.lock is not in the image when line \(install.line) runs "
          + "`\(install.command)`: it would fail, or solve anew to other packages than you tested.",
        remedy: build.file.kind == .apptainer
          ? "Name it in %files: `pixi.lock /app/pixi.lock`."
          : isIgnored
            ? "Take pixi.lock out of .dockerignore, which keeps it from the build."
            : "Copy it before the install: `COPY pixi.toml pixi.lock ./`.")
    ]
  }

  func installNotLocked(_ build: ContainerBuild) -> [Finding] {
    firstInstall(build) == nil ? [] : finding(.installNotLocked, .installsByLock, build)
  }

  func prefixMoved(_ build: ContainerBuild) -> [Finding] {
    let prefixes = build.last?.prefixes.filter { $0.holds(environment) } ?? []
    guard !prefixes.isEmpty else { return [] }
    return finding(.prefixMoved, .keepsPrefix, build)
  }

  func pixiFolderCopied(_ build: ContainerBuild) -> [Finding] {
    build.stages.flatMap(\.folderCopies).map { line in
      finding(
        .pixiFolderCopied, build, line: line,
        why: "Line \(line) copies .pixi with everything else: gigabytes of an environment that "
          + "was made for another path.",
        remedy: build.file.kind == .apptainer
          ? "Name the files one by one in %files."
          : "Write `.pixi` into .dockerignore.")
    }
  }
}
