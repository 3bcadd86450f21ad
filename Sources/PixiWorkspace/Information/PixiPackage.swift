/// One package of a locked environment, from `pixi list --json`.
public struct PixiPackage: Sendable, Hashable, Decodable {
  public let name: String
  public let version: String?
  /// The conda build, such as `cuda118py312h1c60a56_200`; nil for a package from PyPI.
  public let build: String?
  /// `conda` or `pypi`.
  public let kind: String?
  public let sizeBytes: UInt64?
  /// Whether the manifest names it.
  public let isExplicit: Bool
  /// Whether it is a PyPI package that stands in the workspace itself.
  public let isEditable: Bool

  enum CodingKeys: String, CodingKey {
    case name, version, build, kind
    case sizeBytes = "size_bytes"
    case isExplicit = "is_explicit"
    case isEditable = "is_editable"
    case requestedSpecification = "requested_spec"
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    name = try container.decode(String.self, forKey: .name)
    version = try container.decodeIfPresent(String.self, forKey: .version)
    build = try container.decodeIfPresent(String.self, forKey: .build)
    kind = try container.decodeIfPresent(String.self, forKey: .kind)
    sizeBytes = try container.decodeIfPresent(UInt64.self, forKey: .sizeBytes)
    // Releases 0.62.0 to 0.63.2 leave `is_explicit` out and tell the requested specification.
    let isRequested =
      container.contains(.requestedSpecification)
      && (try? container.decodeNil(forKey: .requestedSpecification)) == false
    isExplicit =
      try container.decodeIfPresent(Bool.self, forKey: .isExplicit) ?? isRequested
    isEditable = try container.decodeIfPresent(Bool.self, forKey: .isEditable) ?? false
  }
}
