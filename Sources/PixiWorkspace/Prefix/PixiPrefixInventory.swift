import Foundation

/// What stands in an environment's folder, told by the names of its records alone.
public struct PixiPrefixInventory: Sendable, Hashable {
  /// `name-version-build` of each conda package, from the files in `conda-meta`.
  public let condaRecords: Set<String>
  /// The versions of all Python packages by their normalised names, from the `.dist-info` folders;
  /// those that came from conda are among them.
  public let pythonPackages: [String: String]

  /// Blocks while it lists two folders.
  /// - Parameter prefix: The environment's absolute path.
  public init(prefix: String) {
    let records = Self.names(in: prefix + "/conda-meta")
    condaRecords = Set(records.lazy.filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) })
    pythonPackages = Self.pythonPackages(in: prefix)
  }

  /// Every Python package of a prefix or a virtual environment, by its normalised name.
  public static func pythonPackages(in prefix: String) -> [String: String] {
    var found: [String: String] = [:]
    for python in names(in: prefix + "/lib") where python.hasPrefix("python") {
      for name in names(in: prefix + "/lib/" + python + "/site-packages") {
        guard name.hasSuffix(".dist-info") else { continue }
        let parts = name.dropLast(".dist-info".count).split(separator: "-", maxSplits: 1)
        guard parts.count == 2 else { continue }
        found[normalised(String(parts[0]))] = String(parts[1])
      }
    }
    return found
  }

  /// A Python package's name as indexes compare it.
  ///
  /// Source: the Python packaging specification "Names and normalization".
  public static func normalised(_ name: String) -> String {
    name.lowercased().split { "-_.".contains($0) }.joined(separator: "-")
  }

  private static func names(in folder: String) -> [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
  }
}
