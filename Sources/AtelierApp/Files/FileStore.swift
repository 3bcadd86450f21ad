import Glibc

/// Reads and writes the files the editor opens: UTF-8 only, saved as a whole or not at all.
struct FileStore: Sendable {
  /// Larger files are refused, in bytes.
  let sizeLimit: Int
  private let writer: AtomicWriter

  init(sizeLimit: Int = 16 << 20, writer: AtomicWriter = AtomicWriter()) {
    self.sizeLimit = sizeLimit
    self.writer = writer
  }

  /// Reads a file; throws `FileStoreError`.
  func open(_ path: String) throws -> OpenedFile {
    let (bytes, status) = try read(path)
    let body = bytes.starts(with: Self.byteOrderMark) ? bytes.dropFirst(3) : bytes[...]
    if let offset = UTF8Check.firstInvalidOffset(in: bytes) {
      throw FileStoreError.notUTF8(path: path, offset: offset)
    }
    if let offset = bytes.firstIndex(of: 0) {
      throw FileStoreError.binary(path: path, offset: offset)
    }
    return OpenedFile(
      path: path, text: String(decoding: body, as: UTF8.self),
      hasByteOrderMark: body.count != bytes.count,
      readOnlyReason: try refusal(of: resolve(path), mode: status.st_mode),
      fingerprint: Self.fingerprint(status, bytes))
  }

  /// Replaces a file's text and tells what the file is then; throws `FileStoreError`, and the file
  /// is as it was.
  func save(
    _ text: String, to path: String, expecting expectation: SaveExpectation,
    byteOrderMark: Bool = false
  ) throws -> FileFingerprint {
    let target = try resolve(path)
    var status = stat()
    let exists = stat(target, &status) == 0
    if exists {
      guard status.st_mode & S_IFMT == S_IFREG else { throw FileStoreError.notAFile(path: path) }
      if let reason = try refusal(of: target, mode: status.st_mode) {
        throw FileStoreError.readOnly(path: path, reason: reason)
      }
    }
    let ownership = AtomicWriter.Ownership(
      mode: status.st_mode, user: status.st_uid, group: status.st_gid)
    let bytes = (byteOrderMark ? Self.byteOrderMark : []) + Array(text.utf8)
    try check(expectation, path)
    try writer.replace(target, with: bytes, ownership: exists ? ownership : nil) {
      try check(expectation, path)
    }
    guard stat(target, &status) == 0 else { throw FileStoreError.removedOnDisk(path: path) }
    return Self.fingerprint(status, bytes)
  }

  /// Whether the file is no longer what it was; reads it only when its size or date says so.
  func hasChanged(_ path: String, since fingerprint: FileFingerprint) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0 else { return true }
    if UInt64(status.st_ino) == fingerprint.inode, Int(status.st_size) == fingerprint.size,
      Self.modified(status) == fingerprint.modified
    {
      return false
    }
    guard Int(status.st_size) == fingerprint.size, let (bytes, _) = try? read(path) else {
      return true
    }
    return ContentHash.of(bytes) != fingerprint.contentHash
  }

  private func check(_ expectation: SaveExpectation, _ path: String) throws {
    var status = stat()
    let exists = stat(path, &status) == 0
    switch expectation {
    case .anything: return
    case .absent: if exists { throw FileStoreError.alreadyExists(path: path) }
    case .unchanged(let fingerprint):
      guard exists else {
        var folder = stat()
        let isFolderThere = stat(AtomicWriter.folder(of: path), &folder) == 0
        throw isFolderThere
          ? FileStoreError.removedOnDisk(path: path) : FileStoreError.folderMissing(path: path)
      }
      if hasChanged(path, since: fingerprint) { throw FileStoreError.changedOnDisk(path: path) }
    }
  }
}
