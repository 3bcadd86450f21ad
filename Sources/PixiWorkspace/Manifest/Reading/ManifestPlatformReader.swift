import TOMLReading

/// Reads the platforms of a workspace, in both spellings.
enum ManifestPlatformReader {
  private static let expected = "must be a list of platforms, such as [\"linux-64\"]"

  /// - Throws: `PixiManifestError`
  static func platforms(_ list: TOMLTree) throws -> [PixiManifest.Platform] {
    var platforms: [PixiManifest.Platform] = []
    for item in try list.items(expected) { platforms.append(try platform(item)) }
    return platforms
  }

  /// A name, or since pixi 0.71 a table with a conda platform and virtual packages.
  private static func platform(
    _ item: TOMLTree
  ) throws -> PixiManifest.Platform {
    guard case .table = item.value else {
      let name = try item.text(expected)
      return PixiManifest.Platform(name: name, subdirectory: name, cuda: nil, place: item.place)
    }
    let name = try item.text(at: "name")
    guard let subdirectory = try item.text(at: "platform") ?? name else {
      throw item.failure("must give every platform a `platform`, such as \"linux-64\"")
    }
    var cuda: String?
    if let node = item["cuda"] { cuda = try ManifestVersionReader.version(node) }
    return PixiManifest.Platform(
      name: name ?? derivedName(subdirectory, cuda: cuda), subdirectory: subdirectory, cuda: cuda,
      place: item.place)
  }

  /// What pixi calls a platform without a name of its own.
  private static func derivedName(_ subdirectory: String, cuda: String?) -> String {
    guard let cuda else { return subdirectory }
    return "\(subdirectory)-cuda\(cuda.map { $0 == "." ? "-" : String($0) }.joined())"
  }
}
