import PixiWorkspace

/// Holds a lock against its manifest: every environment, platform and dependency must be in it, and
/// every version within the spec's plain bounds. What was solved besides is pixi's own matter.
struct LockCurrency {
  let lock: LockIndex
  let judged: JudgedManifest

  private static let remedy = "Solve anew: `pixi lock`."

  /// - Parameter name: The one environment to look at; all of them, without one.
  /// - Returns: Nil when the lock agrees.
  func shortfall(of name: String?) -> Shortfall? {
    guard lock.formatVersion != nil, !lock.names.isEmpty else {
      return LockJudge.shortfall("pixi.lock holds no environment.", Self.remedy)
    }
    if let name {
      return judged.environment(name).map(shortfall) ?? judged.missing(name)
    }
    for environment in judged.all {
      if let shortfall = shortfall(of: environment) { return shortfall }
    }
    if let extra = lock.names.first(where: { judged.environment($0) == nil }) {
      return LockJudge.shortfall(
        "pixi.lock has the environment \(extra), which the manifest no longer declares.",
        Self.remedy)
    }
    return nil
  }

  private func shortfall(of environment: MergedEnvironment) -> Shortfall? {
    let name = environment.name
    guard let selections = lock[name] else {
      return stale("the environment \(name) is not in it", at: environment.place)
    }
    for platform in environment.platforms {
      let dependencies = environment.dependencies(on: platform)
      let here = selections.filter { $0.platform.subdirectory == platform.subdirectory }
      guard !here.isEmpty else {
        // Nothing is locked of what asks for nothing.
        if dependencies.isEmpty { continue }
        return stale(
          "it has nothing for \(name) on \(platform.subdirectory)",
          at: platform.place ?? environment.place)
      }
      guard let selection = here.first(where: { agrees($0, platform, environment) }) else {
        let cuda = self.cuda(platform, environment)
        return stale(
          "it was made for \(words(here.first?.cuda)), and \(name) requires \(words(cuda))",
          at: platform.place ?? environment.place)
      }
      for dependency in dependencies {
        if let shortfall = shortfall(of: dependency, in: selection, name) { return shortfall }
      }
    }
    let platforms = Set(environment.platforms.map(\.subdirectory))
    if let extra = selections.first(where: { !platforms.contains($0.platform.subdirectory) }) {
      return stale(
        "it has \(name) on \(extra.platform.subdirectory), which the manifest does not",
        at: environment.place)
    }
    return nil
  }

  private func cuda(
    _ platform: PixiManifest.Platform, _ environment: MergedEnvironment
  ) -> String? {
    platform.cuda ?? (judged.manifest.hasRichPlatforms ? nil : environment.cuda)
  }

  /// Whether a selection is for the CUDA version that is required; formats before 7 do not say, and
  /// macOS has none.
  private func agrees(
    _ selection: LockIndex.Selection, _ platform: PixiManifest.Platform,
    _ environment: MergedEnvironment
  ) -> Bool {
    guard let format = lock.formatVersion, format >= 7, platform.operatingSystem != "osx" else {
      return true
    }
    switch (selection.cuda, cuda(platform, environment)) {
    case (nil, nil): return true
    case (let locked?, let wanted?): return PackageVersion(locked) == PackageVersion(wanted)
    default: return false
    }
  }

  private func words(_ cuda: String?) -> String { cuda.map { "CUDA \($0)" } ?? "no CUDA" }

  private func shortfall(
    of dependency: PixiManifest.Dependency, in selection: LockIndex.Selection, _ name: String
  ) -> Shortfall? {
    let found = packages(for: dependency, in: selection)
    let place = "\(name) on \(selection.platform.subdirectory)"
    guard !found.isEmpty else {
      return stale("it has no \(dependency.name) in \(place)", at: dependency.place)
    }
    for package in found {
      if let bounds = dependency.version, let version = package.version,
        VersionSpec(bounds).allows(PackageVersion(version)) == false
      {
        return stale(
          "it has \(dependency.name) \(version) in \(place), and \(bounds) is asked for",
          at: dependency.place)
      }
      // What begins with `^` is a regular expression.
      if let build = dependency.build, !build.hasPrefix("^"), package.kind == .conda,
        !Glob(build).fits(package.build ?? "")
      {
        return stale(
          "it has the build \(package.build ?? "n/a") of \(dependency.name) in \(place), and "
            + "\(build) is asked for", at: dependency.place)
      }
    }
    return nil
  }

  /// What PyPI is asked for may be there from conda, under conda's name.
  private func packages(
    for dependency: PixiManifest.Dependency, in selection: LockIndex.Selection
  ) -> [PixiLock.Package] {
    let own = selection.packages(PackageKey(dependency))
    guard own.isEmpty, dependency.kind == .pypi else { return own }
    let name = dependency.name == "torch" ? "pytorch" : dependency.name
    return selection.packages(PackageKey(name, .conda))
  }

  private func stale(_ difference: String, at place: TextPlace?) -> Shortfall {
    Shortfall(
      why: "pixi.lock is older than the manifest: \(difference).", remedy: Self.remedy,
      file: place == nil ? LockJudge.file : judged.file, place: place)
  }
}
