import Foundation

/// The first 100 bytes of a database file; see sqlite.org/fileformat.html, "The Database Header".
///
/// Even reading a file with SQLite may make companions beside it; this leaves no trace.
struct DatabaseHeader {
  /// `PRAGMA user_version`.
  let version: Int
  /// `PRAGMA application_id`.
  let application: Int

  /// Nil when the file has no such header.
  init?(of path: String) {
    guard let file = FileHandle(forReadingAtPath: path) else { return nil }
    defer { try? file.close() }
    guard let bytes = try? file.read(upToCount: 100), bytes.count == 100,
      bytes.prefix(16) == Data("SQLite format 3\0".utf8)
    else { return nil }
    func number(at offset: Int) -> Int {
      bytes[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) }
    }
    version = number(at: 60)
    application = number(at: 68)
  }
}
