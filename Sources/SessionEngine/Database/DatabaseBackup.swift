import Foundation
internal import GRDB

/// Copies a database as it is, with SQLite's backup interface.
struct DatabaseBackup {
  private let path: String

  init(_ path: String) {
    self.path = path
  }

  /// Returns the copy's path. It gets its name when it is whole, in place of one that a change
  /// which did not succeed has left.
  func make(before version: Int) throws -> String {
    let place = "\(path).before-v\(version)"
    let part = place + ".part"
    try? FileManager.default.removeItem(atPath: part)
    do {
      try copy(to: part)
      guard rename(part, place) == 0 else { throw CocoaError(.fileWriteUnknown) }
    } catch {
      for end in ["", "-journal"] { try? FileManager.default.removeItem(atPath: part + end) }
      throw error
    }
    return place
  }

  private func copy(to part: String) throws {
    let source = try DatabaseQueue(
      path: path, configuration: SessionDatabase.configuration(.reading))
    defer { try? source.close() }
    let copy = try DatabaseQueue(path: part)
    defer { try? copy.close() }
    try source.backup(to: copy)
    // A copy in the journal mode of its source would get companions as soon as it is looked at.
    try copy.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
  }
}
