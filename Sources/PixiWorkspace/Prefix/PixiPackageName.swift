/// The parts of a conda record's name, `name-version-build`.
public struct PixiPackageName: Sendable, Hashable {
  public let name: String
  /// Empty when the record's name has no such part.
  public let version: String
  public let build: String

  public init(record: String) {
    let file = PixiPackageFile(location: record + ".conda", kind: .conda)
    name = file.name
    version = file.version ?? ""
    build = file.build ?? ""
  }
}
