import Foundation

/// How much room a folder's disk has.
public struct DiskSpace: Sendable {
  public init() {}

  /// Bytes an ordinary user may still write at a path or at its closest existing parent; nil when
  /// the file system does not tell.
  public func freeBytes(at path: String) -> UInt64? {
    var place = URL(filePath: path).standardizedFileURL
    while !FileManager.default.fileExists(atPath: place.path), place.path != "/" {
      place.deleteLastPathComponent()
    }
    let facts = try? FileManager.default.attributesOfFileSystem(forPath: place.path)
    return (facts?[.systemFreeSize] as? NSNumber)?.uint64Value
  }
}
