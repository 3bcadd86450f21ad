import PixiWorkspace

/// A lock's packages by environment, platform and name, indexed once for all goals.
struct LockIndex {
  struct Selection {
    let platform: PixiLock.Platform
    let packages: [PixiLock.Package]
    private let places: [PackageKey: [Int]]

    init(_ selection: PixiLock.Selection) {
      platform = selection.platform
      packages = selection.packages
      var places: [PackageKey: [Int]] = [:]
      places.reserveCapacity(packages.count)
      for (place, package) in packages.enumerated() {
        places[PackageKey(package), default: []].append(place)
      }
      self.places = places
    }

    func packages(_ key: PackageKey) -> [PixiLock.Package] {
      (places[key] ?? []).map { packages[$0] }
    }

    /// The CUDA version the platform's machines must have, such as `12`; nil for none.
    var cuda: String? {
      platform.virtualPackages.lazy.compactMap { text in
        let parts = text.split(separator: "=")
        return parts.first == "__cuda" && parts.count > 1 ? String(parts[1]) : nil
      }.first
    }
  }

  let formatVersion: Int?
  /// In the file's order.
  let names: [String]
  private let environments: [String: [Selection]]

  init(_ lock: PixiLock) {
    formatVersion = lock.formatVersion
    names = lock.environments.map(\.name)
    environments = Dictionary(
      lock.environments.map { ($0.name, $0.selections.map { Selection($0) }) },
      uniquingKeysWith: { first, _ in first })
  }

  /// Nil when the environment is not in the lock.
  subscript(environment: String) -> [Selection]? { environments[environment] }

  /// The environment named where it is there, or else all but `default`, or `default` where there
  /// is no other.
  func candidates(_ name: String?) -> [String] {
    if let name { return environments[name] == nil ? [] : [name] }
    let own = names.filter { $0 != "default" }
    return own.isEmpty ? names : own
  }
}
