import Foundation
import TOMLKit

/// What Atelier needs of a pixi.toml: the environments, their features and declared CUDA versions.
public struct PixiManifest: Sendable, Hashable {
  public struct Environment: Sendable, Hashable {
    public let name: String
    /// In the manifest's order, `default` last unless it was opted out of.
    public let features: [String]
    public let solveGroup: String?
  }

  /// The workspace's name; nil when it is not given.
  public let name: String?
  /// Sorted by name; `default` is always among them.
  public let environments: [Environment]
  /// The CUDA version each feature declares, in either spelling; `default` for the workspace's own.
  public let cudaByFeature: [String: String]

  /// - Throws: `PixiManifestError`
  public init(file: String) throws {
    guard let data = FileManager.default.contents(atPath: file) else {
      throw PixiManifestError(
        file: file, line: nil, reason: "it does not exist or cannot be read.")
    }
    try self.init(text: String(decoding: data, as: UTF8.self), file: file)
  }

  /// - Parameter file: The name errors are told with.
  /// - Throws: `PixiManifestError`
  public init(text: String, file: String) throws {
    let reader = PixiManifestReader(text: text, file: file)
    let table = try reader.document()
    let workspace = table["workspace"]?.table ?? table["project"]?.table
    guard let workspace else {
      throw PixiManifestError(
        file: file, line: nil, reason: "there is no table [workspace].")
    }
    name = workspace["name"]?.string
    environments = try reader.environments(in: table)
    cudaByFeature = reader.cuda(in: table, workspace: workspace)
  }

  public func environment(_ name: String) -> Environment? {
    environments.first { $0.name == name }
  }

  /// The CUDA version an environment's features declare; nil when none does.
  public func cuda(of environment: String) -> String? {
    self.environment(environment)?.features.lazy.compactMap { cudaByFeature[$0] }.first
  }
}
