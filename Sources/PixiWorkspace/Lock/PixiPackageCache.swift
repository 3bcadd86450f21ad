import Foundation

/// The folder in which pixi keeps unpacked packages for all environments.
public struct PixiPackageCache: Sendable {
  private let folder: String

  /// - Parameter root: `cache_dir` of `pixi info`.
  public init(root: String) {
    folder = root + "/pkgs"
  }

  /// The packages that are there, as `name-version-build`; empty when there is no cache.
  ///
  /// One look at one folder. Blocks for as long as that takes.
  public func recordNames() -> Set<String> {
    Set((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
  }
}
