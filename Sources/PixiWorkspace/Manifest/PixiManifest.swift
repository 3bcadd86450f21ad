import Foundation
import TOMLReading

/// What Atelier needs of a pixi.toml, or of the `[tool.pixi]` of a pyproject.toml: platforms, channels,
/// features with what they ask for, and environments.
///
/// Source: pixi's manifest schemas of 0.49 and 0.77; TOML 1.0.
public struct PixiManifest: Sendable, Hashable {
  public struct Environment: Sendable, Hashable {
    public let name: String
    /// In the manifest's order, `default` last unless it was opted out of.
    public let features: [String]
    public let solveGroup: String?
    /// Of its key in `[environments]`; nil for a `default` that is not written.
    public let place: TextPlace?
    /// What is written in the environment itself, as since pixi 0.74; nil where nothing is.
    public let own: Feature?

    init(
      name: String, features: [String], solveGroup: String?, place: TextPlace? = nil,
      own: Feature? = nil
    ) {
      self.name = name
      self.features = features
      self.solveGroup = solveGroup
      self.place = place
      self.own = own
    }
  }

  /// The workspace's name; nil when it is not given.
  public let name: String?
  /// Sorted by name; `default` is always among them.
  public let environments: [Environment]
  /// The CUDA version each feature declares, in either spelling; `default` for the workspace's own.
  public let cudaByFeature: [String: String]
  /// The table's name, `workspace`, or `project` as until pixi 0.42.
  public let table: String
  /// Of that table.
  public let tablePlace: TextPlace?
  /// Whether a platform declares virtual packages, as since pixi 0.71.
  public let hasRichPlatforms: Bool
  /// The workspace's platforms, in the manifest's order.
  public let platforms: [Platform]
  /// The workspace's channels.
  public let channels: [Channel]
  /// By name; `default` holds the workspace's own tables.
  public let features: [String: Feature]
  /// Such as `>=0.49`; nil when any pixi will do.
  public let requiresPixi: String?

  /// - Throws: `PixiManifestError`
  public init(file: String) throws {
    try self.init(ManifestDocument(file: file))
  }

  /// - Parameter file: The name errors are told with.
  /// - Throws: `PixiManifestError`
  public init(text: String, file: String) throws {
    try self.init(ManifestDocument(text: text, file: file))
  }

  /// - Parameter file: The name errors are told with.
  /// - Throws: `PixiManifestError`
  public init(data: Data, file: String) throws {
    try self.init(ManifestDocument(data: data, file: file))
  }

  init(_ document: ManifestDocument) throws {
    let reader = try ManifestReader(document.root)
    name = try reader.name()
    table = reader.workspaceTable
    tablePlace = reader.workspace.place
    requiresPixi = try reader.workspace.text(at: "requires-pixi")
    platforms = try reader.platforms()
    channels = try reader.workspace["channels"].map(ManifestChannelReader.channels) ?? []
    features = try reader.features()
    environments = try reader.environments()
    hasRichPlatforms = reader.hasRichPlatforms
    cudaByFeature = CUDARequirement.byFeature(features, platforms: platforms)
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
      String(decoding: data, as: UTF8.self).contains("[tool.pixi")
    else { return own }
    return project
  }

  /// An environment with its features merged; nil when there is none of that name.
  public func merged(_ name: String) -> MergedEnvironment? {
    environment(name).map { EnvironmentMerger(manifest: self, environment: $0).merged }
  }

  public func environment(_ name: String) -> Environment? {
    environments.first { $0.name == name }
  }

  /// The CUDA version an environment requires; nil when it requires none.
  public func cuda(of environment: String) -> String? {
    merged(environment)?.cuda
  }
}
