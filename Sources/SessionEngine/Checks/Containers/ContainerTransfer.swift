/// Brings what is known of one stage into another, or to another place.
struct ContainerTransfer {
  /// Whether the destination is an existing folder.
  let isFolder: Bool
  var keepsParents = false
  /// Whether of a folder only what is inside is copied, as `COPY` does and `cp -r` does not.
  let copiesContents: Bool

  func carry(
    _ source: String, to target: String, from: ContainerStage, into stage: inout ContainerStage,
    line: Int
  ) {
    let isFile =
      from.files.contains(source) || from.hooks[source] != nil || from.scripts[source] != nil
    let place = self.place(of: source, isFile: isFile, at: target)
    func moved(_ path: String) -> String? {
      ContainerPath.part(of: path, below: source).map { ContainerPath.joined(place, $0) }
    }
    stage.files.formUnion(from.files.compactMap(moved))
    for (path, environment) in from.hooks {
      if let path = moved(path) { stage.hooks[path] = environment }
    }
    for (path, text) in from.scripts {
      if let path = moved(path) { stage.scripts[path] = text }
    }
    for prefix in from.prefixes {
      var prefix = prefix
      if prefix.environment == nil,
        let rest = ContainerPath.part(of: source, below: prefix.now), !rest.isEmpty
      {
        // One environment of all that were made.
        let name = String(rest.prefix { $0 != "/" })
        prefix = ContainerStage.Prefix(
          environment: name, made: ContainerPath.joined(prefix.made, name),
          now: ContainerPath.joined(prefix.now, name), line: prefix.line)
      }
      guard let now = moved(prefix.now) else { continue }
      prefix.now = now
      prefix.line = line
      if !stage.prefixes.contains(where: { $0.made == prefix.made && $0.now == now }) {
        stage.prefixes.append(prefix)
      }
    }
    if !isFile { stage.directories.insert(place) }
  }

  private func place(of source: String, isFile: Bool, at target: String) -> String {
    let name = ContainerPath.lastName(source)
    if keepsParents { return ContainerPath.resolved("." + source, in: target) }
    if isFile { return isFolder ? ContainerPath.joined(target, name) : target }
    if copiesContents || ContainerPath.lastName(target) == name { return target }
    return isFolder ? ContainerPath.joined(target, name) : target
  }
}
