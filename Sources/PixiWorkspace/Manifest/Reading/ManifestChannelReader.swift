import TOMLReading

/// Reads lists of channels.
enum ManifestChannelReader {
  /// - Throws: `PixiManifestError`
  static func channels(_ list: TOMLTree) throws -> [PixiManifest.Channel] {
    var channels: [PixiManifest.Channel] = []
    for item in try list.items("must be a list of channels, such as [\"conda-forge\"]") {
      channels.append(try channel(item))
    }
    return channels
  }

  private static func channel(
    _ item: TOMLTree
  ) throws -> PixiManifest.Channel {
    let expected = "must list channels by name or as { channel = \"…\", priority = … }"
    guard case .table = item.value else {
      return PixiManifest.Channel(name: try item.text(expected))
    }
    guard let name = item["channel"] else { throw item.failure(expected) }
    return PixiManifest.Channel(
      name: try name.text(), priority: try item["priority"]?.integer() ?? 0)
  }
}
