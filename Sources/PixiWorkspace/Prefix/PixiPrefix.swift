import Foundation

/// An environment's folder on disk, judged without running pixi.
///
/// Source: the files pixi writes in `conda-meta`: `pixi` when an environment is whole, and since
/// 0.70.1 `.pixi-environment-fingerprint`, which holds `pixi:installing!` while it is not.
public struct PixiPrefix: Sendable, Hashable {
  public enum State: Sendable, Hashable {
    case installed
    case notInstalled
    /// An install began and did not end.
    case interrupted
    /// It was made at another place, the folder given, and conda prefixes cannot be moved.
    case moved(from: String)
  }

  /// The absolute path, such as `…/.pixi/envs/gpu`.
  public let path: String

  public init(path: String) {
    self.path = path
  }

  public var state: State {
    let records = path + "/conda-meta"
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder),
      isFolder.boolValue
    else { return .notInstalled }
    if text(records + "/.pixi-environment-fingerprint")?.contains("pixi:installing!") == true {
      return .interrupted
    }
    guard FileManager.default.fileExists(atPath: records + "/pixi") else {
      return FileManager.default.fileExists(atPath: records) ? .interrupted : .notInstalled
    }
    if let recorded = text(records + "/pixi_env_prefix"), !recorded.isEmpty,
      resolved(recorded) != resolved(records)
    {
      return .moved(from: URL(filePath: recorded).deletingLastPathComponent().path)
    }
    return .installed
  }

  /// The platform the environment was made for, by its name in the manifest; told since pixi 0.71.
  public var resolvedPlatform: String? {
    struct Record: Decodable {
      let platform: String?

      enum CodingKeys: String, CodingKey {
        case platform = "resolved_platform"
      }
    }
    guard let data = FileManager.default.contents(atPath: path + "/conda-meta/pixi") else {
      return nil
    }
    return (try? JSONDecoder().decode(Record.self, from: data))?.platform
  }

  /// How the folder differs from what the lock lists for it; nil when the lock has nothing for the
  /// environment on this platform.
  ///
  /// Where several platforms fit the machine, the one the folder is closest to counts. Blocks while
  /// it lists the folder's records.
  public func difference(
    from lock: PixiLock, environment: String, subdirectory: String
  ) -> PixiPrefixDifference? {
    let selections = lock.selections(of: environment, subdirectory: subdirectory)
    guard !selections.isEmpty else { return nil }
    let inventory = PixiPrefixInventory(prefix: path)
    let platform = selections.count > 1 ? resolvedPlatform : nil
    let named = selections.filter { $0.platform.name == platform }
    return (named.isEmpty ? selections : named)
      .map { PixiPrefixDifference(inventory, lock: $0.packages) }
      .min { $0.count < $1.count }
  }

  private func text(_ file: String) -> String? {
    guard let data = FileManager.default.contents(atPath: file) else { return nil }
    return String(decoding: data, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
  }

  private func resolved(_ path: String) -> String {
    URL(filePath: path).resolvingSymlinksInPath().standardizedFileURL.path
  }
}
