import Foundation
import TOMLKit

/// What Atelier needs of a pixi.toml, or of the `[tool.pixi]` of a pyproject.toml: the environments, their features and declared CUDA versions.
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
  /// The table's name, `workspace`, or `project` as until pixi 0.42.
  public let table: String
  /// Whether a platform declares virtual packages, as since pixi 0.71.
  public let hasRichPlatforms: Bool
  /// The workspace's platforms, in the manifest's order.
  public var platforms: [Platform] = []
  /// The workspace's channels.
  public var channels: [Channel] = []
  /// By name; `default` holds the workspace's own tables.
  public var features: [String: Feature] = [:]
  /// Such as `>=0.49`; nil when any pixi will do.
  public var requiresPixi: String?

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
    let document = try reader.document()
    let isProject = file.hasSuffix("pyproject.toml")
    guard let root = isProject ? document["tool"]?.table?["pixi"]?.table : document else {
      throw PixiManifestError(file: file, line: nil, reason: "there is no table [tool.pixi].")
    }
    guard let workspace = root["workspace"]?.table ?? root["project"]?.table else {
      throw PixiManifestError(
        file: file, line: nil,
        reason: "there is no table [\(isProject ? "tool.pixi." : "")workspace].")
    }
    table = root["workspace"]?.table == nil ? "project" : "workspace"
    let ownName = isProject ? document["project"]?.table?["name"]?.string : nil
    name = workspace["name"]?.string ?? ownName
    environments = try reader.environments(in: root)
    cudaByFeature = reader.cuda(in: root, workspace: workspace)
    hasRichPlatforms =
      workspace["platforms"]?.array?.contains { $0.table != nil } ?? false
  }

  /// What of it older releases of pixi do not read; nil when all of them do.
  public var newestGate: PixiGate? {
    if hasRichPlatforms { return .richPlatforms }
    return table == "workspace" ? .workspaceTable : nil
  }

  /// The manifest in a folder as pixi finds it: pixi.toml, or a pyproject.toml with `[tool.pixi]`;
  /// where pixi.toml would stand when there is neither.
  public static func place(in folder: String) -> String {
    let own = folder + "/pixi.toml"
    let project = folder + "/pyproject.toml"
    guard !FileManager.default.fileExists(atPath: own),
      let data = FileManager.default.contents(atPath: project),
      String(decoding: data, as: UTF8.self).contains("[tool.pixi.")
    else { return own }
    return project
  }

  /// An environment with its features merged; nil when there is none of that name.
  public func merged(_ name: String) -> MergedEnvironment? {
    nil
  }

  public func environment(_ name: String) -> Environment? {
    environments.first { $0.name == name }
  }

  /// The CUDA version an environment's features declare; nil when none does.
  public func cuda(of environment: String) -> String? {
    self.environment(environment)?.features.lazy.compactMap { cudaByFeature[$0] }.first
  }
}
