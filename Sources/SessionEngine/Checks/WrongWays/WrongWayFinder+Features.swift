import PixiWorkspace

extension WrongWayFinder {
  var featureNotUsed: [Finding] {
    guard let manifest = context.manifest else { return [] }
    let used = Set(manifest.environments.flatMap(\.features))
    let unused = manifest.features.values
      .filter { $0.name != "default" && !used.contains($0.name) }
      .sorted { ($0.place?.line ?? 0, $0.name) < ($1.place?.line ?? 0, $1.name) }
    var findings = unused.map { feature -> Finding in
      if let environment = manifest.environment(feature.name), environment.place != nil {
        return notUsed(feature.name, by: environment)
      }
      return context.finding(
        .featureNotUsed, at: feature.place,
        why: "The feature \(feature.name) is declared, and no environment uses it: nothing of it "
          + "is solved or installed.",
        remedy: remedy(forUnused: feature.name, manifest))
    }
    // An environment that lists nothing, beside a feature of its name that others use.
    for environment in manifest.environments
    where environment.features.allSatisfy({ $0 == "default" }) && environment.own == nil
      && environment.name != "default" && used.contains(environment.name)
      && manifest.features[environment.name] != nil
    {
      findings.append(notUsed(environment.name, by: environment))
    }
    return findings.filter {
      environment == nil || $0.environment == nil || $0.environment == environment
    }
  }

  /// An environment that has no feature of its own name is made of others, and may want this one.
  private func remedy(forUnused feature: String, _ manifest: PixiManifest) -> String {
    let command = "`pixi workspace environment add \(feature) --feature \(feature)`"
    guard let environment, let line = manifest.environment(environment), line.place != nil,
      line.own == nil, environment != "default", !line.features.contains(environment)
    else { return command + "." }
    return "Add \"\(feature)\" to the line \(environment) of [\(context.prefix)environments], or "
      + "make an environment of it: \(command)."
  }

  private func notUsed(
    _ feature: String, by environment: PixiManifest.Environment
  ) -> Finding {
    context.finding(
      .featureNotUsed, in: environment.name, at: environment.place,
      why: "The environment \(environment.name) does not use the feature \(feature), so it has "
        + "nothing of what that asks for.",
      remedy: "Write `\(environment.name) = [\"\(feature)\"]` in [\(context.prefix)environments].")
  }

  func unknownFeature(_ environment: WrongWayEnvironment) -> [Finding] {
    environment.merged.unknownFeatures.prefix(1).map { name in
      let known = environment.manifest.features.keys.filter { $0 != "default" }.sorted()
      let remedy =
        known.isEmpty
        ? "Declare it: \(context.add("PACKAGE", to: name))."
        : "Write one that is declared (\(known.joined(separator: ", "))), or declare it: "
          + "\(context.add("PACKAGE", to: name))."
      return context.finding(
        .unknownFeature, in: environment.name, at: environment.merged.place,
        why: "The environment \(environment.name) names the feature \(name), which is not "
          + "declared: pixi refuses the manifest.",
        remedy: remedy)
    }
  }

  var sharedSolveGroup: [Finding] {
    single + groups
  }

  /// One environment that asks for both.
  private var single: [Finding] {
    context.environments.compactMap { environment in
      let dependencies = environment.gpuDependencies
      guard dependencies.contains(where: CUDAKnowledge.isTorch),
        dependencies.contains(where: CUDAKnowledge.isJAX),
        let (left, right) = Self.conflict(dependencies, dependencies)
      else { return nil }
      return context.finding(
        .sharedSolveGroup, in: environment.name, at: environment.merged.place ?? right.place,
        why: "\(environment.name) asks for \(context.words(left)) and for "
          + "\(context.words(right)): one environment has one CUDA.",
        remedy: "Give each its own environment, without a common solve-group: "
          + "`pixi workspace environment add jax-cuda118 --feature jax-cuda118`.")
    }
  }

  private var groups: [Finding] {
    let grouped = Dictionary(grouping: context.all) { $0.merged.solveGroup ?? "" }
    return grouped.keys.filter { !$0.isEmpty }.sorted().compactMap { group in
      let members = grouped[group] ?? []
      for (index, left) in members.enumerated() {
        for right in members.dropFirst(index + 1) {
          guard
            environment == nil || environment == left.name || environment == right.name,
            let (one, other) = Self.conflict(left.gpuDependencies, right.gpuDependencies)
          else { continue }
          let later =
            (left.merged.place ?? TextPlace(line: 0, column: 0))
              > (right.merged.place ?? TextPlace(line: 0, column: 0)) ? left : right
          return context.finding(
            .sharedSolveGroup, in: later.name, at: later.merged.place,
            why: "\(left.name) and \(right.name) are in the solve-group \(group) and are solved "
              + "as one, and \(context.words(one)) and \(context.words(other)) exclude each other.",
            remedy: "Take `solve-group = \"\(group)\"` away from \(later.name) in "
              + "[\(context.prefix)environments].")
        }
      }
      return nil
    }
  }

  private static func conflict(
    _ left: [PixiManifest.Dependency], _ right: [PixiManifest.Dependency]
  ) -> (PixiManifest.Dependency, PixiManifest.Dependency)? {
    for one in left {
      guard let range = CUDAKnowledge.versions(of: one) else { continue }
      for other in right {
        if let second = CUDAKnowledge.versions(of: other), !range.overlaps(second) {
          return (one, other)
        }
      }
    }
    return nil
  }
}
