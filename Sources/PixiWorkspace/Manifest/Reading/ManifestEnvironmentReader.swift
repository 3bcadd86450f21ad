import TOMLReading

/// Reads the table `environments`.
struct ManifestEnvironmentReader {
  let inherited: TOMLTree?

  /// Sorted by name; `default` is always among them.
  /// - Throws: `PixiManifestError`
  func environments(
    in table: TOMLTree?
  ) throws -> [PixiManifest.Environment] {
    var environments = [
      "default": PixiManifest.Environment(name: "default", features: ["default"], solveGroup: nil)
    ]
    for entry in try table?.entries("must be a table of environments") ?? [] {
      environments[entry.key] = try environment(entry)
    }
    return environments.values.sorted { $0.name < $1.name }
  }

  private func environment(
    _ entry: TOMLTree.Entry
  ) throws -> PixiManifest.Environment {
    let node = entry.node
    let features = "must list names of features as texts"
    switch node.value {
    case .list:
      return PixiManifest.Environment(
        name: entry.key, features: inheriting(try node.texts(features)), solveGroup: nil,
        place: node.place)
    case .table(let entries):
      let named = try node["features"]?.texts(features) ?? []
      let hasDefault = try node["no-default-feature"]?.truth() != true
      return PixiManifest.Environment(
        name: entry.key, features: hasDefault ? inheriting(named) : named,
        solveGroup: try node.text(at: "solve-group"), place: node.place,
        own: try own(node, entries: entries, name: entry.key))
    default:
      throw node.failure("must be a list of features or a table with `features`")
    }
  }

  private func inheriting(_ features: [String]) -> [String] {
    features.contains("default") ? features : features + ["default"]
  }

  /// What is written in the environment itself, as since pixi 0.74; nil where nothing is.
  private func own(
    _ node: TOMLTree, entries: [TOMLTree.Entry], name: String
  ) throws -> PixiManifest.Feature? {
    let references: Set = ["features", "solve-group", "no-default-feature"]
    guard entries.contains(where: { !references.contains($0.key) }) else { return nil }
    return try ManifestFeatureReader(name: "environments.\(name)", inherited: inherited)
      .feature(in: node, place: node.place)
  }
}
