import PixiWorkspace
import WorkshopModel

/// Judges what one environment gets on one platform.
struct LockSelectionJudge {
  let selection: LockIndex.Selection
  let environment: String
  let manifest: JudgedManifest?

  private var place: String { "\(environment) on \(selection.platform.subdirectory)" }

  func add(_ requirement: LockRequirement, to list: inout ConditionList) {
    for name in requirement.packages {
      list.add { has(PackageKey(name, .conda), wanted: requirement.builds[name]) }
    }
    for (name, glob) in requirement.versions.sorted(by: { $0.key < $1.key }) {
      list.add { has(PackageKey(name, .conda), version: Glob(glob)) }
    }
    for (name, glob) in requirement.builds.sorted(by: { $0.key < $1.key }) {
      list.add { has(PackageKey(name, .conda), build: Glob(glob)) }
    }
    for name in requirement.pypi { list.add { has(PackageKey(name, .pypi)) } }
    for glob in requirement.without { list.add { hasNot(Glob(glob), .conda) } }
    for glob in requirement.withoutPyPI { list.add { hasNot(Glob(glob), .pypi) } }
  }

  /// - Parameter build: The build it must have, where one is asked for.
  private func has(_ key: PackageKey, wanted build: String? = nil) -> Shortfall? {
    guard selection.packages(key).isEmpty else { return nil }
    let other = PackageKey(key.name, key.kind == .pypi ? .conda : .pypi)
    let isElsewhere = !selection.packages(other).isEmpty
    let index = key.kind == .pypi ? "PyPI" : "conda"
    return LockJudge.shortfall(
      isElsewhere
        ? "pixi.lock has \(key.name) in \(place), but not from \(index)."
        : "pixi.lock has no \(key.name)\(key.kind == .pypi ? " from PyPI" : "") in \(place).",
      remedy(for: key, spec: Self.spec(key.name, build: build)))
  }

  /// What to ask for: plain names are solved to builds for CPUs even where CUDA was declared.
  private static func spec(_ name: String, build: String?) -> String {
    guard let build, build.hasPrefix("cuda") else { return name }
    return ["pytorch", "tensorflow"].contains(name) ? "\(name)-gpu" : "\(name)=*=\(build)"
  }

  /// Solving is enough where the manifest asks for it already.
  private func remedy(for key: PackageKey, spec: String) -> String {
    guard let manifest, let merged = manifest.environment(environment) else {
      return "Ask for it, then solve: `pixi lock`."
    }
    let asked = PackageKey(String(spec.prefix { $0 != "=" }), key.kind)
    if spec == asked.name, merged.dependencies.contains(where: { PackageKey($0) == asked }) {
      return "The manifest asks for it: solve anew with `pixi lock`."
    }
    return manifest.adding(spec, to: merged, fromPyPI: key.kind == .pypi)
  }

  private func has(_ key: PackageKey, version glob: Glob) -> Shortfall? {
    if let missing = has(key) { return missing }
    let wrong = selection.packages(key).first { package in
      !(package.version.map { glob.fits(version: $0) } ?? false)
    }
    guard let wrong else { return nil }
    return LockJudge.shortfall(
      "pixi.lock has \(key.name) \(wrong.version ?? "of an unknown version") in \(place); "
        + "\(glob.pattern) is wanted.",
      "Ask for that version. " + remedy(for: key, spec: "\(key.name)=\(glob.pattern)"))
  }

  private func has(_ key: PackageKey, build glob: Glob) -> Shortfall? {
    if let missing = has(key, wanted: glob.pattern) { return missing }
    guard
      let wrong = selection.packages(key).first(where: { !glob.fits($0.build ?? "") })
    else { return nil }
    return LockJudge.shortfall(
      "pixi.lock has the build \(wrong.build ?? "n/a") of \(key.name) in \(place); "
        + "\(glob.pattern) is wanted.",
      "Look at the CUDA that \(environment) declares and at the spec of \(key.name), then solve "
        + "anew: `pixi lock`.")
  }

  private func hasNot(_ glob: Glob, _ kind: PixiLock.Package.Kind) -> Shortfall? {
    let wanted = Glob(PackageKey.globPattern(glob.pattern, kind))
    let found = selection.packages.first {
      $0.kind == kind && wanted.fits(PackageKey($0).name)
    }
    guard let found else { return nil }
    return LockJudge.shortfall(
      "pixi.lock has \(found.name)\(kind == .pypi ? " from PyPI" : "") in \(place).",
      "Take out what asks for it, then solve anew: `pixi lock`. What asks for it is told by "
        + "`pixi tree -e \(environment) -i \(found.name)`.")
  }
}
