import Foundation
import Glibc

/// Keeps the unsaved text of modified files, so that a killed program loses at most what was typed
/// since the last time `record` was called.
///
/// One file for each path, readable by its owner alone: a line of JSON about the text, then the
/// text.
struct RecoveryStore: Sendable {
  private struct Header: Codable {
    var version: Int
    var path: String
    /// Seconds since 1970.
    var date: Double
  }

  private let folder: String
  private let files: FileStore
  private let writer: AtomicWriter

  /// - Parameter folder: `$XDG_STATE_HOME/atelier/recovery`; made when it is needed.
  init(folder: String, writer: AtomicWriter = AtomicWriter()) {
    self.folder = folder
    self.writer = writer
    files = FileStore(sizeLimit: 64 << 20)
  }

  /// Puts a text by in place of what was there for the path; throws `FileStoreError`.
  func record(_ text: String, for path: String, at date: Date) throws {
    try? FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    let header = Header(version: 1, path: path, date: date.timeIntervalSince1970)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let bytes = Array(try encoder.encode(header)) + [0x0A] + Array(text.utf8)
    try writer.replace(place(of: path), with: bytes, ownership: nil, newFileMode: 0o600)
  }

  /// The text put by for a path; nil when there is none that can be read.
  func entry(for path: String) -> RecoveryEntry? {
    read(place(of: path)).flatMap { $0.path == path ? $0 : nil }
  }

  /// What is worth offering when a file is opened: text that differs from the file's.
  func offer(for file: OpenedFile) -> RecoveryEntry? {
    guard let entry = entry(for: file.path), !entry.text.utf8.elementsEqual(file.text.utf8) else {
      return nil
    }
    return entry
  }

  /// Everything put by, the latest first.
  func list() -> [RecoveryEntry] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(Self.suffix) }
      .compactMap { read(folder + "/" + $0) }
      .sorted { ($0.date, $0.path) > ($1.date, $1.path) }
  }

  /// Forgets what was put by for a path, as after a save.
  func remove(for path: String) {
    unlink(place(of: path))
  }

  private static let suffix = ".recovery"

  private func place(of path: String) -> String {
    folder + "/" + String(ContentHash.of(path.utf8), radix: 16) + Self.suffix
  }

  private func read(_ place: String) -> RecoveryEntry? {
    guard let (bytes, _) = try? files.read(place),
      let end = bytes.firstIndex(of: 0x0A),
      let header = try? JSONDecoder().decode(Header.self, from: Data(bytes[..<end])),
      header.version == 1
    else { return nil }
    return RecoveryEntry(
      path: header.path, date: Date(timeIntervalSince1970: header.date),
      text: String(decoding: bytes[(end + 1)...], as: UTF8.self))
  }
}
