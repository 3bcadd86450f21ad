import TOMLReading

/// Reads versions of virtual packages, which are written in several ways.
enum ManifestVersionReader {
  /// `"12"`, `12`, `{ version = "2.28" }` and `{ driver = "12.0", arch = "8.6" }` all name a version.
  /// - Throws: `PixiManifestError` for anything else.
  static func version(_ node: TOMLTree) throws -> String? {
    switch node.value {
    case .text(let text): return text
    case .integer(let integer): return String(integer)
    case .number(let number): return String(number)
    case .truth: return nil
    case .table:
      guard let version = node["version"] ?? node["driver"] else {
        throw node.failure("must name a `version` or a `driver`")
      }
      return try Self.version(version)
    case .list, .other: throw node.failure("must be a version, such as \"12\"")
    }
  }
}
