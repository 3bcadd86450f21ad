import PixiWorkspace

/// A locked package as the subcommands print it in JSON.
struct PackageRecord: Encodable {
  let package: PixiLock.Package

  private enum CodingKeys: String, CodingKey {
    case name, version, build, kind, channel
    case sizeBytes = "size_bytes"
  }

  init(_ package: PixiLock.Package) {
    self.package = package
  }

  /// Written by hand so that what is not there is null and not left out.
  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(package.name, forKey: .name)
    try container.encode(package.version, forKey: .version)
    try container.encode(package.build, forKey: .build)
    try container.encode(package.kind, forKey: .kind)
    try container.encode(package.channel, forKey: .channel)
    try container.encode(package.sizeBytes, forKey: .sizeBytes)
  }
}
