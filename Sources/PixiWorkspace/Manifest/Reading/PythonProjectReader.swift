import TOMLReading

/// Reads what pixi takes from a pyproject.toml's own tables: `[project]` and `[dependency-groups]`.
///
/// Source: pixi's documentation of pyproject.toml as a manifest, 0.40 to 0.77.
struct PythonProjectReader {
  /// The whole pyproject.toml.
  let document: TOMLTree

  private var project: TOMLTree? { document["project"] }

  /// - Throws: `PixiManifestError`
  func name() throws -> String? {
    try project?.text(at: "name")
  }

  /// `requires-python` as a conda dependency and `dependencies` as PyPI's, of the feature `default`.
  /// - Throws: `PixiManifestError`
  func dependencies() throws -> [PixiManifest.Dependency] {
    var dependencies: [PixiManifest.Dependency] = []
    if let python = project?["requires-python"] {
      dependencies.append(
        PixiManifest.Dependency(
          kind: .conda, name: "python", version: try python.text(), feature: "default",
          place: python.place))
    }
    for item in try project?["dependencies"]?.items() ?? [] {
      dependencies.append(try dependency(item, feature: "default"))
    }
    return dependencies
  }

  /// A feature for every optional dependency and dependency group.
  /// - Throws: `PixiManifestError`
  func features() throws -> [PixiManifest.Feature] {
    var features: [PixiManifest.Feature] = []
    for table in tables {
      for entry in try table.entries() {
        var seen: Set<String> = []
        let items = try items(of: entry.key, seen: &seen)
        var dependencies: [PixiManifest.Dependency] = []
        for item in items { dependencies.append(try dependency(item, feature: entry.key)) }
        features.append(
          PixiManifest.Feature(
            name: entry.key, dependencies: dependencies, place: entry.node.place))
      }
    }
    return features
  }

  private var tables: [TOMLTree] {
    [project?["optional-dependencies"], document["dependency-groups"]].compactMap(\.self)
  }

  /// A group's requirements, with those of the groups it includes and of the project's own extras.
  private func items(
    of group: String, seen: inout Set<String>
  ) throws -> [TOMLTree] {
    guard seen.insert(PythonRequirement.normalised(group)).inserted else { return [] }
    var items: [TOMLTree] = []
    for list in try lists(of: group) {
      for item in try list.items() {
        if let included = item["include-group"] {
          items += try self.items(of: try included.text(), seen: &seen)
          continue
        }
        let requirement = PythonRequirement(try item.text())
        guard requirement.name == ownName, !requirement.extras.isEmpty else {
          items.append(item)
          continue
        }
        for extra in requirement.extras { items += try self.items(of: extra, seen: &seen) }
      }
    }
    return items
  }

  private var ownName: String? {
    guard case .text(let name)? = project?["name"]?.value else { return nil }
    return PythonRequirement.normalised(name)
  }

  private func lists(of group: String) throws -> [TOMLTree] {
    let name = PythonRequirement.normalised(group)
    var lists: [TOMLTree] = []
    for table in tables {
      lists += try table.entries()
        .filter { PythonRequirement.normalised($0.key) == name }.map(\.node)
    }
    return lists
  }

  private func dependency(
    _ item: TOMLTree, feature: String
  ) throws -> PixiManifest.Dependency {
    let requirement = PythonRequirement(try item.text("must list requirements as texts"))
    return PixiManifest.Dependency(
      kind: .pypi, name: requirement.name,
      version: requirement.address == nil ? requirement.version ?? "*" : nil,
      source: requirement.address, extras: requirement.extras, feature: feature,
      place: item.place)
  }
}
