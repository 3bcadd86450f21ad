import TOMLReading

/// Reads what one table of dependencies asks for.
struct ManifestDependencyReader {
  let feature: String
  let target: String?
  let inherited: TOMLTree?

  /// - Throws: `PixiManifestError`
  func conda(_ entry: TOMLTree.Entry) throws -> PixiManifest.Dependency {
    let spec = try Spec(entry.node, inherited: inherited?[entry.key])
    return PixiManifest.Dependency(
      kind: .conda, name: entry.key.lowercased(), version: spec.version, build: spec.build,
      channel: spec.channel, source: spec.source, extras: spec.extras, target: target,
      feature: feature, place: entry.node.place)
  }

  /// - Throws: `PixiManifestError`
  func pypi(_ entry: TOMLTree.Entry) throws -> PixiManifest.Dependency {
    let spec = try Spec(entry.node, inherited: nil)
    let key = PythonRequirement(entry.key)
    return PixiManifest.Dependency(
      kind: .pypi, name: key.name, version: spec.version, channel: spec.channel,
      source: spec.source, extras: key.extras + spec.extras, target: target, feature: feature,
      place: entry.node.place)
  }

  /// What stands behind a package's name: a version, or a table.
  private struct Spec {
    var version: String?
    var build: String?
    var channel: String?
    var source: String?
    var extras: [String] = []

    init(_ node: TOMLTree, inherited: TOMLTree?) throws {
      if case .text(let version) = node.value {
        self.version = version
        return
      }
      guard case .table = node.value else {
        throw node.failure("must be a version such as \">=2\", or a table")
      }
      if let inheritance = node["workspace"], try inheritance.truth() {
        guard let inherited else {
          throw node.failure("is not among [workspace.dependencies]")
        }
        self = try Spec(inherited, inherited: nil)
      }
      version = try node.text(at: "version") ?? version
      build = try node.text(at: "build") ?? build
      channel = try node.text(at: "channel") ?? node.text(at: "index") ?? channel
      source = try node.text(at: "path") ?? node.text(at: "git") ?? node.text(at: "url") ?? source
      extras += try node["extras"]?.texts() ?? []
    }
  }
}
