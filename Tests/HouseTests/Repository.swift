import Foundation

/// The checkout these tests were built from.
enum Repository {
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static func text(of path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  /// The Swift and C files below a folder, as paths from the root.
  static func sources(below folder: String) -> [String] {
    let extensions: Set = ["swift", "c", "h"]
    let found = FileManager.default.enumerator(atPath: root.appending(path: folder).path)
    return (found?.compactMap { $0 as? String } ?? [])
      .filter { extensions.contains(($0 as NSString).pathExtension) && !$0.contains(".build/") }
      .map { "\(folder)/\($0)" }
  }
}
