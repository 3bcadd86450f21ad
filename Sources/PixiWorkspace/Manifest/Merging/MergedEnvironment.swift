import TOMLReading

/// An environment with its features merged as pixi merges them.
///
/// Platforms are what all its features share; channels are joined by priority; a package that
/// several features ask for must satisfy all of them; of tasks with one name the first feature's counts.
/// Source: pixi's documentation of multi-environment workspaces, 0.40 to 0.77.
public struct MergedEnvironment: Sendable, Hashable {
  public let name: String
  /// In the manifest's order, `default` last unless it was opted out of.
  public let features: [String]
  /// Those that are named and not declared.
  public let unknownFeatures: [String]
  public let solveGroup: String?
  public let channels: [PixiManifest.Channel]
  public let platforms: [PixiManifest.Platform]
  /// The CUDA version it requires, in either spelling: the highest that is declared; nil for none.
  public let cuda: String?
  /// Every spec of every feature, in the order of the features.
  public let dependencies: [PixiManifest.Dependency]
  /// Each name once.
  public let tasks: [PixiManifest.Task]
  /// Of its line in `[environments]`; nil for a `default` that is not written.
  public let place: TextPlace?

  public init(
    name: String, features: [String], unknownFeatures: [String] = [], solveGroup: String? = nil,
    channels: [PixiManifest.Channel] = [], platforms: [PixiManifest.Platform] = [],
    cuda: String? = nil, dependencies: [PixiManifest.Dependency] = [],
    tasks: [PixiManifest.Task] = [], place: TextPlace? = nil
  ) {
    self.name = name
    self.features = features
    self.unknownFeatures = unknownFeatures
    self.solveGroup = solveGroup
    self.channels = channels
    self.platforms = platforms
    self.cuda = cuda
    self.dependencies = dependencies
    self.tasks = tasks
    self.place = place
  }

  /// The dependencies that count on a conda platform such as `linux-64`: without a target, or with
  /// one that covers it (`linux-64`, `linux`, `unix`). A feature's spec with a target stands in for
  /// its spec without one.
  public func dependencies(on subdirectory: String) -> [PixiManifest.Dependency] {
    dependencies { PixiManifest.Platform.covers($0, subdirectory: subdirectory) }
  }

  /// The dependencies that count on a platform of the workspace, which a target may also name.
  public func dependencies(on platform: PixiManifest.Platform) -> [PixiManifest.Dependency] {
    dependencies { platform.isCovered(by: $0) }
  }

  private func dependencies(covered: (String) -> Bool) -> [PixiManifest.Dependency] {
    struct Key: Hashable {
      let feature: String
      let kind: PixiManifest.Dependency.Kind
      let name: String
    }
    let counting = dependencies.filter { $0.target.map(covered) ?? true }
    let special = Set(
      counting.filter { $0.target != nil }
        .map { Key(feature: $0.feature, kind: $0.kind, name: $0.name) })
    return counting.filter {
      $0.target != nil || !special.contains(Key(feature: $0.feature, kind: $0.kind, name: $0.name))
    }
  }

  /// The specs for a package, of all platforms; a feature's before `default`'s.
  public func dependencies(
    named name: String, kind: PixiManifest.Dependency.Kind = .conda
  ) -> [PixiManifest.Dependency] {
    dependencies.filter { $0.name == name && $0.kind == kind }
  }
}
