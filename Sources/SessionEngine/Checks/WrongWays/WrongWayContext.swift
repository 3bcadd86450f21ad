import PixiWorkspace

/// What the recognisers look at, with the words and commands they share.
struct WrongWayContext {
  typealias Dependency = PixiManifest.Dependency

  let subject: CheckSubject
  /// Nil when there is none or it cannot be read.
  let judged: JudgedManifest?
  /// Those that are asked about, sorted by name.
  let environments: [WrongWayEnvironment]
  /// Every one of the workspace.
  let all: [WrongWayEnvironment]

  init(_ subject: CheckSubject, environment: String?) {
    self.subject = subject
    guard case .read(let manifest) = subject.manifest else {
      judged = nil
      environments = []
      all = []
      return
    }
    let judged = JudgedManifest(manifest, file: subject.manifestFile, pixi: subject.pixi)
    self.judged = judged
    all = judged.all.map {
      WrongWayEnvironment(merged: $0, manifest: manifest, lock: subject.lock)
    }
    environments = all.filter { environment == nil || $0.name == environment }
  }

  var manifest: PixiManifest? { judged?.manifest }

  func finding(
    _ wrongWay: WrongWay, in environment: String? = nil, at place: TextPlace?, why: String,
    remedy: String
  ) -> Finding {
    Finding(
      wrongWay, environment: environment, why: why, remedy: remedy, file: subject.manifestFile,
      line: place?.line, column: place?.column)
  }

  /// Such as `[feature.gpu.dependencies]`, as the manifest has it.
  func table(_ dependency: Dependency) -> String {
    let section = dependency.kind == .pypi ? "pypi-dependencies" : "dependencies"
    let target = dependency.target.map { "target.\($0)." } ?? ""
    return "[\(prefix)\(featurePrefix(dependency.feature))\(target)\(section)]"
  }

  /// Such as `feature.gpu.`.
  func featurePrefix(_ feature: String) -> String {
    if feature == "default" { return "" }
    return feature.hasPrefix("environments.") ? "\(feature)." : "feature.\(feature)."
  }

  /// `tool.pixi.` in a pyproject.toml.
  var prefix: String { subject.manifestFile.hasSuffix("pyproject.toml") ? "tool.pixi." : "" }

  /// The option of commands that change a feature, with a space before it.
  func option(_ feature: String) -> String {
    if feature == "default" { return "" }
    let own = "environments."
    return feature.hasPrefix(own)
      ? " --environment \(feature.dropFirst(own.count))" : " --feature \(feature)"
  }

  /// The command that asks for a package, such as `pixi add --feature gpu "cuda-version=12"`.
  func add(_ spec: String, to feature: String) -> String {
    let isPlain = spec.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" }
    return "`pixi add\(option(feature)) \(isPlain ? spec : "\"\(spec)\"")`"
  }

  func remove(_ dependency: Dependency) -> String {
    let kind = dependency.kind == .pypi ? " --pypi" : ""
    return "`pixi remove\(option(dependency.feature))\(kind) \(dependency.name)`"
  }

  /// The name with its spec, as one reads it in the manifest.
  func words(_ dependency: Dependency) -> String {
    let version = dependency.version.flatMap { $0 == "*" ? nil : " \($0)" } ?? ""
    return dependency.name + version + (dependency.build.map { " \($0)" } ?? "")
  }

  /// How CUDA is declared for a feature, in the spelling that this workspace and pixi have.
  func declaration(of cuda: String, for feature: String) -> String {
    let hasTables = manifest?.features.values.contains { !$0.systemRequirements.isEmpty } ?? false
    let isRich = manifest?.hasRichPlatforms ?? false
    let isNew = subject.pixi?.passes(.richPlatforms) ?? false
    let digits = cuda.filter(\.isNumber)
    if isRich || (isNew && !hasTables) {
      let name = "linux-64-cuda\(digits)"
      let scope =
        feature == "default"
        ? "" : ", and write `platforms = [\"\(name)\"]` in [\(prefix)\(own(feature))]"
      return "`pixi workspace platform add \(name)=linux-64 --cuda \(cuda)`\(scope)."
    }
    if isNew {
      return "Write `cuda = \"\(cuda)\"` in [\(prefix)\(featurePrefix(feature))"
        + "system-requirements]."
    }
    return "`pixi workspace system-requirements add\(option(feature)) cuda \(cuda)`."
  }

  private func own(_ feature: String) -> String { String(featurePrefix(feature).dropLast()) }
}
