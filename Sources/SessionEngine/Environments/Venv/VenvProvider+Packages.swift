import Foundation
import PixiWorkspace
import WorkshopModel

extension VenvProvider {
  public func packages(
    of environment: String, of exercise: Exercise, in folder: String
  ) async -> [StoredPackage] {
    let prefix = VenvPaths(environment: environment, exerciseFolder: folder).prefix
    return await BlockingWork.run {
      PixiPrefixInventory.pythonPackages(in: prefix).map {
        StoredPackage(name: $0, version: $1, build: nil, kind: "pypi")
      }.sorted { $0.name < $1.name }
    }
  }

  public func installProgress(
    of environment: String, of exercise: Exercise, in folder: String
  ) async -> InstallProgressReader? {
    let paths = VenvPaths(environment: environment, exerciseFolder: folder)
    return InstallProgressReader(prefix: paths.prefix, lockFile: paths.lock) { file in
      VenvLock(file: file).map { lock in
        InstallProgressReader.Wanted(
          python: Set(lock.entries.map { PixiPrefixInventory.normalised($0.name) }))
      }
    }
  }

  /// What the lock says of an environment; nil before the first solve.
  static func lock(of paths: VenvPaths, isInstalled: Bool) -> EnvironmentLock? {
    guard let lock = VenvLock(file: paths.lock) else { return nil }
    let there = PixiPrefixInventory.pythonPackages(in: paths.prefix)
    let isMatched = lock.entries.allSatisfy { entry in
      let version = there[PixiPrefixInventory.normalised(entry.name)]
      return version != nil && (entry.location != nil || version == entry.version)
    }
    return EnvironmentLock(
      packages: lock.entries.count, downloadBytes: nil, packagesOfUnknownSize: lock.entries.count,
      isMatched: isInstalled ? isMatched : nil)
  }

  /// Where the tool keeps downloads for all environments, in words.
  var cacheNote: String {
    let home = environment["HOME"] ?? "~"
    let caches = environment["XDG_CACHE_HOME"].flatMap { $0.isEmpty ? nil : $0 } ?? home + "/.cache"
    if uv != nil {
      return "downloads are shared: \(environment["UV_CACHE_DIR"] ?? caches + "/uv")"
    }
    let isOff = !["", "0", "false", "off", "no"].contains(
      (environment["PIP_NO_CACHE_DIR"] ?? "").lowercased())
    return isOff
      ? "PIP_NO_CACHE_DIR is set: every environment downloads its packages again"
      : "downloads are shared: \(environment["PIP_CACHE_DIR"] ?? caches + "/pip")"
  }
}
