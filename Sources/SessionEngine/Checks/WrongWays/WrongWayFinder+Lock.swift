import PixiWorkspace

extension WrongWayFinder {
  /// The first thing in each environment that the lock does not have.
  var staleLock: [Finding] {
    guard let lock = context.subject.lock, !lock.environments.isEmpty else { return [] }
    return context.environments.compactMap { environment in
      guard !environment.merged.dependencies.isEmpty, !environment.merged.platforms.isEmpty else {
        return nil
      }
      guard lock.environment(environment.name) != nil else {
        return stale(
          environment, at: environment.merged.place,
          why: "The environment \(environment.name) is not in pixi.lock")
      }
      return environment.merged.platforms.lazy.compactMap { missing(in: environment, on: $0) }.first
    }
  }

  private func missing(
    in environment: WrongWayEnvironment, on platform: PixiManifest.Platform
  ) -> Finding? {
    let dependencies = environment.merged.dependencies(on: platform).filter { $0.source == nil }
    guard !dependencies.isEmpty else { return nil }
    let selections = environment.selections.filter {
      $0.platform.subdirectory == platform.subdirectory
    }
    guard !selections.isEmpty else {
      return stale(
        environment, at: platform.place,
        why: "pixi.lock has nothing of \(environment.name) for \(platform.name)")
    }
    for dependency in dependencies {
      // Platforms with and without CUDA share a conda platform: one that fits is enough.
      if selections.contains(where: { Self.holds($0, dependency) }) { continue }
      return stale(
        environment, at: dependency.place,
        why: "\(context.words(dependency)) is asked for, and pixi.lock does not have it in "
          + "\(environment.name) for \(platform.name)")
    }
    return nil
  }

  private func stale(
    _ environment: WrongWayEnvironment, at place: TextPlace?, why: String
  ) -> Finding {
    context.finding(
      .staleLock, in: environment.name, at: place,
      why: "\(why): the manifest has changed since it was locked.", remedy: "`pixi lock`.")
  }

  private static func holds(
    _ selection: PixiLock.Selection, _ dependency: PixiManifest.Dependency
  ) -> Bool {
    switch dependency.kind {
    case .conda:
      guard
        let package = selection.packages.first(where: {
          $0.kind == .conda && $0.name == dependency.name
        })
      else { return false }
      return fits(package, dependency)
    case .pypi:
      // Conda packages stand in for what PyPI calls the same, or torch.
      let names = dependency.name == "torch" ? ["torch", "pytorch"] : [dependency.name]
      let packages = selection.packages.filter { package in
        let name = package.name.lowercased().replacing("_", with: "-").replacing(".", with: "-")
        return names.contains(name)
      }
      return packages.contains { fits($0, dependency) }
    }
  }

  private static func fits(
    _ package: PixiLock.Package, _ dependency: PixiManifest.Dependency
  ) -> Bool {
    if let build = dependency.build, !build.hasPrefix("^"), let locked = package.build,
      !Glob(build).fits(locked)
    {
      return false
    }
    guard let version = package.version else { return true }
    return VersionSpec(dependency.version).allows(PackageVersion(version)) != false
  }
}
