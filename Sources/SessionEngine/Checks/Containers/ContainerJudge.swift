import WorkshopModel

/// Judges the conditions on what a build does.
struct ContainerJudge {
  let build: ContainerBuild
  /// The environment that is meant; nil for any.
  let environment: String?

  private var install: ContainerStage.Install? {
    build.installs.first { $0.makes(environment) }
  }

  private var option: String {
    let name = environment ?? install?.environments?.first
    return name.map { $0 == "default" ? "" : " -e \($0)" } ?? ""
  }
  private var named: String { environment.map { "the environment \($0)" } ?? "an environment" }
  private var isApptainer: Bool { build.file.kind == .apptainer }

  func judgement(_ condition: ContainerRequirement.Condition) -> ContainerJudgement? {
    switch condition {
    case .copiesManifestAndLock: copies
    case .installsByLock: installs
    case .overridesCUDA: overrides
    case .keepsPrefix: keeps
    case .activates: activates
    }
  }

  private var copies: ContainerJudgement? {
    let missing: [String]
    if let install {
      missing = [
        install.hasManifest ? nil : "pixi.toml", install.hasLock ? nil : "pixi.lock",
      ].compactMap { $0 }
    } else {
      let files = build.stages.flatMap(\.files).map(ContainerPath.lastName)
      missing = [
        files.contains { $0.hasSuffix(".toml") } ? nil : "pixi.toml",
        files.contains("pixi.lock") ? nil : "pixi.lock",
      ].compactMap { $0 }
    }
    guard !missing.isEmpty else { return nil }
    let place = install.map { " when line \($0.line) runs `\($0.command)`" } ?? ""
    return ContainerJudgement(
      condition: .copiesManifestAndLock,
      why: "\(missing.joined(separator: " and ")) \(missing.count == 1 ? "is" : "are") not in the "
        + "image\(place).",
      remedy: isApptainer
        ? "Name both in %files: `pixi.toml /app/pixi.toml` and `pixi.lock /app/pixi.lock`."
        : "Copy both before the install: `COPY pixi.toml pixi.lock ./`.",
      line: install?.line)
  }

  private var installs: ContainerJudgement? {
    let command = "pixi install --locked\(option)"
    guard let install else {
      return ContainerJudgement(
        condition: .installsByLock, why: "No step installs \(named).",
        remedy: isApptainer ? "Write `\(command)` in %post." : "Write `RUN \(command)`.",
        line: nil)
    }
    if let line = install.rewrittenOn {
      return ContainerJudgement(
        condition: .installsByLock,
        why: "Line \(line) writes pixi.lock anew, so the image does not get what was tested.",
        remedy: "Take that command out, and install with `\(command)`.", line: line)
    }
    guard !install.isLocked else { return nil }
    return ContainerJudgement(
      condition: .installsByLock,
      why: "`\(install.command)` on line \(install.line) may solve anew: it has neither --locked "
        + "nor --frozen.",
      remedy: "Write `\(install.command) --locked\(option)`.", line: install.line)
  }

  private var overrides: ContainerJudgement? {
    let line = isApptainer ? "export CONDA_OVERRIDE_CUDA=12" : "ENV CONDA_OVERRIDE_CUDA=12"
    let remedy = "Write `\(line)` before the install, with the CUDA version pixi.toml declares."
    guard let install else {
      return ContainerJudgement(
        condition: .overridesCUDA,
        why: "No step installs \(named), and none says that a CUDA driver will be there.",
        remedy: remedy, line: nil)
    }
    guard !install.overridesCUDA else { return nil }
    return ContainerJudgement(
      condition: .overridesCUDA,
      why: "A machine that builds images has no driver, and CONDA_OVERRIDE_CUDA is not set when "
        + "line \(install.line) runs `\(install.command)`: pixi will refuse.",
      remedy: remedy, line: install.line)
  }

  private var keeps: ContainerJudgement? {
    let prefixes = build.last?.prefixes.filter { $0.holds(environment) } ?? []
    if prefixes.contains(where: { $0.made == $0.now }) { return nil }
    if let moved = prefixes.first {
      return ContainerJudgement(
        condition: .keepsPrefix,
        why: "The environment was made in \(moved.made) and stands in \(moved.now): it holds "
          + "absolute paths and cannot be moved.",
        remedy: build.file.stages.count == 1
          ? "Leave it in \(moved.made), or install where it shall stand."
          : "Keep the path: \(copyingLine(moved.made)).", line: moved.line)
    }
    let made = build.stages.flatMap(\.prefixes).first { $0.holds(environment) }
    return ContainerJudgement(
      condition: .keepsPrefix,
      why: made == nil
        ? "No step installs \(named)." : "The last stage does not have \(made?.made ?? "it").",
      remedy: made.map { "Bring it over: \(copyingLine($0.made))." }
        ?? "Install it first: `pixi install --locked\(option)`.",
      line: build.file.stages.last?.line)
  }

  private func copyingLine(_ path: String) -> String {
    let stage = build.file.stages.dropLast().last?.name ?? "build"
    return isApptainer
      ? "`\(path) \(path)` in `%files from \(stage)`"
      : "`COPY --from=\(stage) \(path) \(path)`"
  }

  private var activates: ContainerJudgement? {
    guard let last = build.last else {
      return ContainerJudgement(
        condition: .activates, why: "The file has no stage yet.",
        remedy: isApptainer ? "Begin with `Bootstrap: docker`." : "Begin with `FROM`.", line: nil)
    }
    let hook =
      "Write the activation to a script when building, `pixi shell-hook --locked\(option) -s bash "
      + "> /app/entrypoint.sh` and then `exec \"$@\"`, and start through it."
    switch ContainerActivation(of: last) {
    case .activated(let name):
      guard let environment, name != environment, !name.contains("${") else { return nil }
      return ContainerJudgement(
        condition: .activates,
        why: "What is started runs in the environment \(name), not in \(environment).",
        remedy: hook, line: (last.entrypoint ?? last.command ?? last.activation)?.line)
    case .onlyPath(let line):
      return ContainerJudgement(
        condition: .activates,
        why: "PATH finds the environment's programs, but its activation scripts do not run.",
        remedy: hook, line: line)
    case .notActivated(let line):
      return ContainerJudgement(
        condition: .activates,
        why: "What the image starts does not run inside the activated environment.",
        remedy: hook, line: line)
    }
  }
}
