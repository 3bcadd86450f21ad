import Foundation
import TOMLReading

/// Reads the file of a manifest to values with places.
struct ManifestDocument {
  /// The largest file that is read, in bytes.
  static let largestFile = 1024 * 1024

  let root: TOMLTree

  /// - Throws: `PixiManifestError`
  init(file: String) throws {
    guard let data = FileManager.default.contents(atPath: file) else {
      throw PixiManifestError(
        file: file, line: nil, reason: "it does not exist or cannot be read.")
    }
    try self.init(data: data, file: file)
  }

  /// - Throws: `PixiManifestError`
  init(text: String, file: String) throws {
    try self.init(data: Data(text.utf8), file: file)
  }

  /// - Throws: `PixiManifestError`
  init(data: Data, file: String) throws {
    guard data.count <= Self.largestFile else {
      throw PixiManifestError(
        file: file, line: nil,
        reason: "it is larger than \(Self.largestFile / 1024) KiB, which no manifest is.")
    }
    do {
      root = try TOMLTree(data: data, file: file)
    } catch let error as TOMLError {
      throw PixiManifestError(
        file: file, line: error.place?.line, column: error.place?.column, reason: error.reason)
    }
  }
}
