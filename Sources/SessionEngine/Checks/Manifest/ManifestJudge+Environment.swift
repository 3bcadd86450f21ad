import PixiWorkspace

extension ManifestJudge {
  func features(of environment: MergedEnvironment) -> Shortfall? {
    guard let unknown = environment.unknownFeatures.first else { return nil }
    return judged.shortfall(
      "The environment \(environment.name) has the feature \(unknown), which is not declared.",
      "Declare [feature.\(unknown)], or correct the name in [environments].",
      at: environment.place)
  }

  func supports(_ platform: String, _ environment: MergedEnvironment) -> Shortfall? {
    guard !environment.platforms.contains(where: { $0.subdirectory == platform }) else {
      return nil
    }
    guard judged.manifest.platforms.contains(where: { $0.subdirectory == platform }) else {
      return judged.shortfall(
        "The workspace does not have the platform \(platform).",
        "Add it: `pixi workspace platform add \(platform)`.",
        at: judged.manifest.platforms.first?.place)
    }
    return judged.shortfall(
      "The environment \(environment.name) is not solved for \(platform).",
      "Add \"\(platform)\" to the `platforms` of its features.", at: judged.place(of: environment))
  }

  func requires(cuda: String, _ environment: MergedEnvironment) -> Shortfall? {
    let remedy = judged.declaring(cuda: cuda, for: environment)
    let place = judged.place(of: environment)
    if judged.mixesSpellings {
      return judged.shortfall(
        "CUDA is declared both in [system-requirements] and on platforms, which pixi refuses.",
        "Keep one of the two spellings.", at: place)
    }
    guard let declared = environment.cuda else {
      return judged.shortfall(
        "The environment \(environment.name) does not declare CUDA \(cuda).", remedy, at: place)
    }
    guard VersionSpec(declared).requiresCUDA(cuda) else {
      return judged.shortfall(
        "The environment \(environment.name) requires CUDA \(declared), not \(cuda).",
        "Write \(cuda) in place of \(declared).",
        at: environment.platforms.first { $0.cuda != nil }?.place ?? place)
    }
    return nil
  }

  /// - Parameter platforms: Where it must be asked for; anywhere when there is none.
  func asks(
    for name: String, _ kind: PixiManifest.Dependency.Kind, _ environment: MergedEnvironment,
    on platforms: [String]
  ) -> Shortfall? {
    let wanted = PackageKey(name, kind)
    func isAsked(_ dependencies: [PixiManifest.Dependency]) -> Bool {
      dependencies.contains { PackageKey($0) == wanted }
    }
    guard isAsked(environment.dependencies) else { return missing(wanted, environment) }
    for platform in platforms where !isAsked(environment.dependencies(on: platform)) {
      let place = environment.dependencies.first { PackageKey($0) == wanted }?.place
      return judged.shortfall(
        "The environment \(environment.name) does not ask for \(name) on \(platform).",
        "Ask for it without a `target`, or for \(platform), too.", at: place)
    }
    return nil
  }

  private func missing(_ wanted: PackageKey, _ environment: MergedEnvironment) -> Shortfall {
    let isPyPI = wanted.kind == .pypi
    let adding = judged.adding(wanted.name, to: environment, fromPyPI: isPyPI)
    let other = PackageKey(wanted.name, isPyPI ? .conda : .pypi)
    if let dependency = environment.dependencies.first(where: { PackageKey($0) == other }) {
      let (here, there) = isPyPI ? ("conda", "PyPI") : ("PyPI", "conda")
      let option = "\(isPyPI ? "" : "--pypi ")\(judged.option(for: environment))"
      return judged.shortfall(
        "The environment \(environment.name) asks \(here) for \(wanted.name), not \(there).",
        "Take it out, `pixi remove \(option)\(dependency.name)`. \(adding)",
        at: dependency.place)
    }
    let features = judged.manifest.features.values.filter { feature in
      !environment.features.contains(feature.name)
        && feature.dependencies.contains { PackageKey($0) == wanted }
    }
    let plain = "The environment \(environment.name) does not ask for \(wanted.name)"
    // A feature that another environment is made of was not meant for this one.
    let used = Set(judged.all.flatMap(\.features))
    if let unused = features.map(\.name).filter({ !used.contains($0) }).min() {
      return judged.shortfall(
        "\(plain): it does not have the feature \(unused), which does.",
        "Give it the feature: \"\(unused)\" in the line \(environment.name) of [environments].",
        at: environment.place ?? judged.place(of: environment))
    }
    return judged.shortfall("\(plain).", adding, at: judged.place(of: environment))
  }

  func asksNot(for name: String, _ environment: MergedEnvironment) -> Shortfall? {
    let found = environment.dependencies.first { dependency in
      PackageKey(dependency) == PackageKey(name, dependency.kind)
    }
    guard let found else { return nil }
    let pypi = found.kind == .pypi ? "--pypi " : ""
    let isInline = found.feature.hasPrefix("environments.")
    let feature = found.feature == "default" ? "" : "--feature \(found.feature) "
    return judged.shortfall(
      "The environment \(environment.name) asks for \(name).",
      isInline
        ? "Take it out of [\(found.feature)]."
        : "Take it out: `pixi remove \(pypi)\(feature)\(found.name)`.", at: found.place)
  }

  func has(task name: String, _ environment: MergedEnvironment) -> Shortfall? {
    guard !environment.tasks.contains(where: { $0.name == name }) else { return nil }
    return judged.shortfall(
      "The environment \(environment.name) has no task \(name).",
      "Add it: `pixi task add \(judged.option(for: environment))\(name) \"COMMAND\"`.",
      at: judged.place(of: environment))
  }

  func isApart(from name: String, _ environment: MergedEnvironment) -> Shortfall? {
    guard let other = judged.environment(name) else { return judged.missing(name) }
    guard other.name != environment.name else {
      return judged.shortfall(
        "There is no environment besides \(name).",
        "Add another: `pixi workspace environment add NAME --feature FEATURE`.", at: other.place)
    }
    guard let group = environment.solveGroup, group == other.solveGroup else { return nil }
    return judged.shortfall(
      "The environments \(environment.name) and \(name) are in one solve group, \(group), "
        + "and get one version of everything.",
      "Take `solve-group` out of the line of \(environment.name).", at: environment.place)
  }

  func isTogether(with name: String, _ environment: MergedEnvironment) -> Shortfall? {
    guard let other = judged.environment(name) else { return judged.missing(name) }
    guard other.name != environment.name else {
      return judged.shortfall(
        "There is no environment besides \(name).",
        "Add another: `pixi workspace environment add NAME --feature FEATURE`.", at: other.place)
    }
    if let group = environment.solveGroup, group == other.solveGroup { return nil }
    let group = environment.solveGroup ?? other.solveGroup ?? "main"
    return judged.shortfall(
      "The environments \(environment.name) and \(name) are not in one solve group.",
      "Write `solve-group = \"\(group)\"` in the lines of both.",
      at: environment.place ?? other.place)
  }
}
