/// A package of the environment a run was started in.
public struct StoredPackage: Sendable, Hashable, Codable {
  public let name: String
  public let version: String
  /// The conda build, such as `cuda129_py312h…`; nil for a package from PyPI.
  public let build: String?
  /// `conda` or `pypi`.
  public let kind: String

  public init(name: String, version: String, build: String?, kind: String) {
    self.name = name
    self.version = version
    self.build = build
    self.kind = kind
  }
}
