import TOMLReading

/// Reads the tables of a manifest, whichever of the two files it is.
struct ManifestReader {
  /// The table with the workspace's platforms and channels.
  let workspace: TOMLTree
  /// `workspace`, or `project`.
  let workspaceTable: String
  /// pixi's tables: the whole pixi.toml, or `[tool.pixi]`.
  private let root: TOMLTree
  private let python: PythonProjectReader?

  /// - Parameter document: A pixi.toml's or a pyproject.toml's root.
  /// - Throws: `PixiManifestError` when there is no table for the workspace.
  init(_ document: TOMLTree) throws {
    let isPython = document.file.hasSuffix("pyproject.toml")
    guard let root = isPython ? document["tool"]?["pixi"] : document else {
      throw document.missing("tool.pixi")
    }
    _ = try root.entries()
    guard let workspace = root["workspace"] ?? root["project"] else {
      throw document.missing(isPython ? "tool.pixi.workspace" : "workspace")
    }
    _ = try workspace.entries()
    self.root = root
    self.workspace = workspace
    workspaceTable = root["workspace"] == nil ? "project" : "workspace"
    python = isPython ? PythonProjectReader(document: document) : nil
  }

  func name() throws -> String? {
    try workspace.text(at: "name") ?? python?.name()
  }

  func platforms() throws -> [PixiManifest.Platform] {
    try workspace["platforms"].map(ManifestPlatformReader.platforms) ?? []
  }

  var hasRichPlatforms: Bool {
    guard case .list(let items)? = workspace["platforms"]?.value else { return false }
    return items.contains { item in
      if case .table = item.value { true } else { false }
    }
  }

  func environments() throws -> [PixiManifest.Environment] {
    try ManifestEnvironmentReader(inherited: inherited).environments(in: root["environments"])
  }

  /// By name, with the workspace's own tables as `default`.
  func features() throws -> [String: PixiManifest.Feature] {
    var features: [String: PixiManifest.Feature] = [:]
    for feature in try python?.features() ?? [] { join(feature, to: &features) }
    for entry in try root["feature"]?.entries("must be a table of features") ?? [] {
      let reader = ManifestFeatureReader(name: entry.key, inherited: inherited)
      join(try reader.feature(in: entry.node, place: entry.node.place), to: &features)
    }
    features["default"] = try defaultFeature()
    return features
  }

  private func defaultFeature() throws -> PixiManifest.Feature {
    let written = try ManifestFeatureReader(name: "default", inherited: inherited)
      .feature(in: root, place: nil)
    // An explicit Python counts instead of `requires-python`.
    let hasPython = written.dependencies.contains { $0.kind == .conda && $0.name == "python" }
    let python = try python?.dependencies().filter { $0.kind == .pypi || !hasPython } ?? []
    return PixiManifest.Feature(
      name: "default", systemRequirements: written.systemRequirements,
      systemRequirementsPlace: written.systemRequirementsPlace,
      dependencies: python + written.dependencies, tasks: written.tasks)
  }

  /// A group of a pyproject.toml and a feature of one name are one feature.
  private func join(
    _ feature: PixiManifest.Feature, to features: inout [String: PixiManifest.Feature]
  ) {
    guard let group = features[feature.name] else { return features[feature.name] = feature }
    features[feature.name] = PixiManifest.Feature(
      name: feature.name, platforms: feature.platforms, channels: feature.channels,
      systemRequirements: feature.systemRequirements,
      systemRequirementsPlace: feature.systemRequirementsPlace,
      dependencies: group.dependencies + feature.dependencies, tasks: feature.tasks,
      place: [group.place, feature.place].compactMap(\.self).min())
  }

  private var inherited: TOMLTree? { workspace["dependencies"] }
}
