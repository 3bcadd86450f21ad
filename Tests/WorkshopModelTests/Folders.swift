import Foundation

/// The folders of this repository that the tests read, found from this file's own place.
enum Folders {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  static let exercises = root.appending(path: "Exercises")

  static func fixture(_ name: String) -> URL {
    root.appending(path: "Tests/Fixtures/workshops").appending(path: name)
  }
}
