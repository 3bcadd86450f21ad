import TOMLKit

/// Reads the parts of a pixi.toml with places for its errors.
struct PixiManifestReader {
  let text: String
  let file: String

  func document() throws -> TOMLTable {
    do {
      return try TOMLTable(string: text)
    } catch let error as TOMLParseError {
      throw PixiManifestError(
        file: file, line: error.source.begin.line, reason: error.description)
    }
  }

  func environments(in table: TOMLTable) throws -> [PixiManifest.Environment] {
    var environments = ["default": environment("default", features: [], solveGroup: nil)]
    guard let declared = table["environments"] else { return Array(environments.values) }
    guard let declared = declared.table else {
      throw failure("environments", "must be a table")
    }
    for name in declared.keys {
      environments[name] = try environment(name, declared[name])
    }
    return environments.values.sorted { $0.name < $1.name }
  }

  private func environment(
    _ name: String, _ value: TOMLValueConvertible?
  ) throws -> PixiManifest.Environment {
    if let list = value?.array {
      return environment(name, features: try strings(list, of: name), solveGroup: nil)
    }
    guard let table = value?.table else {
      throw failure(name, "must be a list of features or a table with `features`")
    }
    let features = try table["features"]?.array.map { try strings($0, of: name) } ?? []
    return environment(
      name, features: features, solveGroup: table["solve-group"]?.string,
      hasDefault: table["no-default-feature"]?.bool != true)
  }

  private func environment(
    _ name: String, features: [String], solveGroup: String?, hasDefault: Bool = true
  ) -> PixiManifest.Environment {
    let inherited = hasDefault && !features.contains("default") ? ["default"] : []
    return PixiManifest.Environment(
      name: name, features: features + inherited, solveGroup: solveGroup)
  }

  private func strings(_ list: TOMLArray, of name: String) throws -> [String] {
    try list.map { item in
      guard let text = item.string else {
        throw failure(name, "must list names of features as texts")
      }
      return text
    }
  }

  /// Both spellings: `[system-requirements]` until pixi 0.70, platforms with `cuda` from 0.71.
  func cuda(in table: TOMLTable, workspace: TOMLTable) -> [String: String] {
    var byPlatform: [String: String] = [:]
    for platform in workspace["platforms"]?.array ?? TOMLArray() {
      guard let entry = platform.table, let cuda = version(entry["cuda"]),
        let name = entry["name"]?.string ?? entry["platform"]?.string
      else { continue }
      byPlatform[name] = cuda
    }
    var result: [String: String] = [:]
    result["default"] = version(table["system-requirements"]?.table?["cuda"])
    let features = table["feature"]?.table
    for name in features?.keys ?? [] {
      let feature = features?[name]?.table
      let platforms = feature?["platforms"]?.array?.compactMap { $0.string } ?? []
      result[name] =
        version(feature?["system-requirements"]?.table?["cuda"])
        ?? platforms.lazy.compactMap { byPlatform[$0] }.first
    }
    return result
  }

  /// `"12"`, `{ version = "12" }` and `{ driver = "12.0", arch = "8.6" }` all name a version.
  private func version(_ value: TOMLValueConvertible?) -> String? {
    value?.string ?? value?.table?["version"]?.string ?? value?.table?["driver"]?.string
  }

  private func failure(_ key: String, _ reason: String) -> PixiManifestError {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let line = lines.firstIndex { line in
      let start = line.drop { $0 == " " || $0 == "[" || $0 == "\"" }
      guard start.hasPrefix(key) else { return false }
      let next = start.dropFirst(key.count).first
      return next.map { " =]\"".contains($0) } ?? false
    }
    return PixiManifestError(
      file: file, line: line.map { $0 + 1 }, reason: "`\(key)` \(reason).")
  }
}
