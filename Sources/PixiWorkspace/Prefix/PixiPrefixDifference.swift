/// How an installed environment differs from what pixi.lock lists for it.
public struct PixiPrefixDifference: Sendable, Hashable {
  /// A package that is there in another version or build.
  public struct Change: Sendable, Hashable {
    public let name: String
    public let installed: String
    public let locked: String
  }

  /// Locked and not there, sorted.
  public let missing: [String]
  /// There and not locked, sorted; Python packages are not told.
  public let surplus: [String]
  /// Sorted by name.
  public let changed: [Change]

  public init(_ inventory: PixiPrefixInventory, lock packages: [PixiLock.Package]) {
    var missing: [String] = []
    var changed: [Change] = []
    var installed: [String: PixiPackageName] = [:]
    for record in inventory.condaRecords {
      let name = PixiPackageName(record: record)
      installed[name.name] = name
    }
    for package in packages {
      switch package.kind {
      case .conda:
        guard let found = installed.removeValue(forKey: package.name) else {
          missing.append(package.name)
          continue
        }
        // What is built from source has no build to compare.
        guard let name = package.recordName, !inventory.condaRecords.contains(name) else {
          continue
        }
        changed.append(Self.change(package, from: found))
      case .pypi:
        let name = PixiPrefixInventory.normalised(package.name)
        guard let version = inventory.pythonPackages[name] else {
          missing.append(package.name)
          continue
        }
        guard let locked = package.version, locked != version else { continue }
        changed.append(Change(name: package.name, installed: version, locked: locked))
      }
    }
    self.missing = missing.sorted()
    surplus = installed.keys.sorted()
    self.changed = changed.sorted { $0.name < $1.name }
  }

  public var count: Int { missing.count + surplus.count + changed.count }
  public var isEmpty: Bool { count == 0 }

  /// Such as `3 packages differ from pixi.lock: numpy 2.3.4, locked 2.3.5; scipy is missing; …`.
  public var words: String {
    let parts =
      changed.map { "\($0.name) is \($0.installed), locked \($0.locked)" }
      + missing.map { "\($0) is missing" } + surplus.map { "\($0) is not locked" }
    let shown = parts.prefix(3).joined(separator: "; ") + (parts.count > 3 ? "; …" : "")
    let subject = count == 1 ? "1 package differs" : "\(count) packages differ"
    return "\(subject) from pixi.lock: \(shown)"
  }

  private static func change(
    _ package: PixiLock.Package, from found: PixiPackageName
  ) -> Change {
    let locked = (version: package.version ?? "", build: package.build ?? "")
    // Two builds of one version are told apart by their builds.
    return found.version == locked.version
      ? Change(
        name: package.name, installed: "\(found.version) \(found.build)",
        locked: "\(locked.version) \(locked.build)")
      : Change(name: package.name, installed: found.version, locked: locked.version)
  }
}
