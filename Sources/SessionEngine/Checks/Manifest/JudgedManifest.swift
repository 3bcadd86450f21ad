import PixiWorkspace

/// A manifest with every environment merged once, and the words in which it is spoken of.
struct JudgedManifest {
  let manifest: PixiManifest
  /// Relative to the exercise's folder.
  let file: String
  let pixi: PixiVersion?
  private let environments: [String: MergedEnvironment]

  init(_ manifest: PixiManifest, file: String, pixi: PixiVersion?) {
    self.manifest = manifest
    self.file = file
    self.pixi = pixi
    environments = Dictionary(
      manifest.environments.compactMap { manifest.merged($0.name) }.map { ($0.name, $0) },
      uniquingKeysWith: { first, _ in first })
  }

  func environment(_ name: String) -> MergedEnvironment? { environments[name] }

  /// In the manifest's order.
  var all: [MergedEnvironment] { manifest.environments.compactMap { environments[$0.name] } }

  /// The environment named, or else all but `default`, or `default` where there is no other.
  func candidates(_ name: String?) -> [MergedEnvironment] {
    if let name { return [environments[name]].compactMap(\.self) }
    let own = all.filter { $0.name != "default" }
    return own.isEmpty ? all : own
  }

  /// What an environment lacks that is not declared.
  /// - Parameter packages: What is asked of it: where a feature asks for some of that already, the
  ///   environment is best made of that feature.
  func missing(_ name: String, asking packages: [String] = []) -> Shortfall {
    if manifest.features[name] == nil, let ready = feature(asking: packages) {
      return shortfall(
        "There is no environment \(name) yet.",
        "The feature \(ready.name) asks for \(ready.package) already: make the environment of it and "
          + "of what else belongs there, `\(name) = [\"\(ready.name)\", …]` in [environments].")
    }
    let command = "`pixi workspace environment add \(name) --feature \(name)`"
    return shortfall(
      "There is no environment \(name) yet.",
      manifest.features[name] == nil
        // pixi refuses an environment of a feature that is not there.
        ? "First give a feature its packages, `pixi add --feature \(name) PACKAGE`, then make the "
          + "environment of it: \(command)."
        : "Add it: \(command).")
  }

  /// The first feature by name, besides `default`, that asks conda's channels for one of the packages.
  private func feature(asking packages: [String]) -> (name: String, package: String)? {
    for feature in manifest.features.values.sorted(by: { $0.name < $1.name })
    where feature.name != "default" {
      let names = feature.dependencies.filter { $0.kind == .conda }.map(\.name)
      if let package = packages.first(where: names.contains) { return (feature.name, package) }
    }
    return nil
  }

  func shortfall(_ why: String, _ remedy: String, at place: TextPlace? = nil) -> Shortfall {
    Shortfall(why: why, remedy: remedy, file: file, place: place)
  }

  /// The feature in which an environment's own dependencies belong; nil for `default`.
  func ownFeature(of environment: MergedEnvironment) -> String? {
    environment.features.first {
      $0 != "default" && !environment.unknownFeatures.contains($0)
    }
  }

  /// Where an environment's own dependencies belong: its feature's table, else its line.
  func place(of environment: MergedEnvironment) -> TextPlace? {
    ownFeature(of: environment).flatMap { manifest.features[$0]?.place } ?? environment.place
  }

  /// Such as `--feature gpu `, or nothing for `default`.
  func option(for environment: MergedEnvironment) -> String {
    ownFeature(of: environment).map { "--feature \($0) " } ?? ""
  }

  /// How to ask for a package in an environment.
  /// - Parameter spec: Such as `pytorch-gpu` or `cuda-version=12.*`.
  func adding(_ spec: String, to environment: MergedEnvironment, fromPyPI: Bool = false) -> String {
    let quoted = spec.contains { "*<>= ".contains($0) } ? "\"\(spec)\"" : spec
    let pypi = fromPyPI ? "--pypi " : ""
    guard environment.name == "default" || ownFeature(of: environment) != nil else {
      let name = environment.name
      return "Give the environment a feature of its own, `\(name) = [\"\(name)\"]` in "
        + "[environments], and add to it: `pixi add \(pypi)--feature \(name) \(quoted)`."
    }
    return "Add it: `pixi add \(pypi)\(option(for: environment))\(quoted)`."
  }
}
