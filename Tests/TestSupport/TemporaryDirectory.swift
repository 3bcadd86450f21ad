import Foundation

/// A folder that is removed when the value is let go.
public final class TemporaryDirectory: Sendable {
  public let url: URL
  public var path: String { url.path(percentEncoded: false) }

  public init(_ name: String = "atelier-tests") throws {
    url = FileManager.default.temporaryDirectory
      .appending(path: "\(name)-\(UUID().uuidString)", directoryHint: .isDirectory)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: url)
  }

  /// Writes a file below the folder, making the folders in between, and returns its place.
  @discardableResult
  public func write(_ text: String, to relativePath: String) throws -> URL {
    let file = url.appending(path: relativePath)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
    return file
  }
}
