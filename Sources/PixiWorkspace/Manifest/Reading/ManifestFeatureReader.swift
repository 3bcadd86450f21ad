import TOMLReading

/// Reads the tables of one feature: of the workspace itself, of `[feature.NAME]`, or those written in
/// an environment.
struct ManifestFeatureReader {
  /// As its dependencies and tasks tell it.
  let name: String
  /// `[workspace.dependencies]`, which `{ workspace = true }` refers to.
  let inherited: TOMLTree?

  /// - Throws: `PixiManifestError`
  func feature(
    in table: TOMLTree, place: TextPlace?
  ) throws -> PixiManifest.Feature {
    _ = try table.entries()
    var content = try content(of: table, target: nil)
    for target in try table["target"]?.entries() ?? [] {
      _ = try target.node.entries()
      let more = try self.content(of: target.node, target: target.key)
      content.dependencies += more.dependencies
      content.tasks += more.tasks
    }
    return PixiManifest.Feature(
      name: name, platforms: try platforms(in: table),
      channels: try table["channels"].map(ManifestChannelReader.channels),
      systemRequirements: try systemRequirements(in: table),
      systemRequirementsPlace: table["system-requirements"]?.place,
      dependencies: content.dependencies, tasks: content.tasks, place: place)
  }

  private func content(
    of table: TOMLTree, target: String?
  ) throws -> (
    dependencies: [PixiManifest.Dependency], tasks: [PixiManifest.Task]
  ) {
    let reader = ManifestDependencyReader(feature: name, target: target, inherited: inherited)
    var dependencies: [PixiManifest.Dependency] = []
    // The sections are solved together.
    for section in ["dependencies", "host-dependencies", "build-dependencies"] {
      for entry in try table[section]?.entries() ?? [] {
        dependencies.append(try reader.conda(entry))
      }
    }
    for entry in try table["pypi-dependencies"]?.entries() ?? [] {
      dependencies.append(try reader.pypi(entry))
    }
    var tasks: [PixiManifest.Task] = []
    for entry in try table["tasks"]?.entries() ?? [] {
      tasks.append(try ManifestTaskReader(feature: name, target: target).task(entry))
    }
    return (dependencies, tasks)
  }

  /// The workspace's own platforms stand elsewhere.
  private func platforms(in table: TOMLTree) throws -> [String]? {
    try table["platforms"]?.texts("must be a list of names of platforms, such as [\"linux-64\"]")
  }

  private func systemRequirements(
    in table: TOMLTree
  ) throws -> [String: String] {
    var requirements: [String: String] = [:]
    for entry in try table["system-requirements"]?.entries() ?? [] {
      requirements[entry.key] = try ManifestVersionReader.version(entry.node)
    }
    return requirements
  }
}
