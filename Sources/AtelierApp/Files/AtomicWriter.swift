import Glibc

/// Writes a file as a whole or not at all: a temporary file beside it takes its place once every
/// byte is on the disk.
struct AtomicWriter: Sendable {
  typealias Write = @Sendable (Int32, UnsafeRawPointer, Int) -> Int

  /// The mode and owner the new file gets.
  struct Ownership: Sendable {
    var mode: mode_t
    var user: uid_t
    var group: gid_t
  }

  /// write(2), or what a test puts in its place.
  private let write: Write

  init(write: @escaping Write = { Glibc.write($0, $1, $2) }) {
    self.write = write
  }

  /// Replaces the file at a path that is no symbolic link.
  ///
  /// - Parameters:
  ///   - ownership: nil for a new file, which gets `newFileMode` less the process's umask.
  ///   - check: is asked last before the new file takes its place, and may refuse by throwing.
  func replace(
    _ path: String, with bytes: [UInt8], ownership: Ownership?, newFileMode: mode_t = 0o666,
    check: () throws -> Void = {}
  ) throws {
    let folder = Self.folder(of: path)
    let temporary = folder + "/.atelier-" + String(UInt64.random(in: .min ... .max), radix: 36)
    guard
      let file = FileDescriptorHandle(
        opening: temporary, flags: O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW,
        mode: ownership == nil ? newFileMode : 0o600)
    else { throw failure(errno, "writing into the folder of", path) }
    do {
      try writeAll(bytes, to: file.descriptor, path)
      if let ownership { try apply(ownership, to: file.descriptor, path) }
      guard fsync(file.descriptor) == 0 else { throw failure(errno, "writing", path) }
      try check()
      guard rename(temporary, path) == 0 else { throw failure(errno, "replacing", path) }
    } catch {
      unlink(temporary)
      throw error
    }
    // The rename is done: a folder that cannot be synchronised only delays it reaching the disk.
    if let handle = FileDescriptorHandle(opening: folder, flags: O_RDONLY | O_DIRECTORY) {
      fsync(handle.descriptor)
    }
  }

  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private func writeAll(_ bytes: [UInt8], to descriptor: Int32, _ path: String) throws {
    try bytes.withUnsafeBytes { buffer in
      var written = 0
      while written < buffer.count, let base = buffer.baseAddress {
        let count = write(descriptor, base + written, buffer.count - written)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { throw failure(count == 0 ? ENOSPC : errno, "writing", path) }
        written += count
      }
    }
  }

  /// The owner first, since changing it takes set-user-ID bits off. Only root can give a file away;
  /// anyone else goes on as its owner.
  private func apply(_ ownership: Ownership, to descriptor: Int32, _ path: String) throws {
    if fchown(descriptor, ownership.user, ownership.group) != 0 {
      _ = fchown(descriptor, uid_t.max, ownership.group)
    }
    guard fchmod(descriptor, ownership.mode & 0o7777) == 0 else {
      throw failure(errno, "keeping the mode of", path)
    }
  }

  private func failure(_ code: Int32, _ doing: String, _ path: String) -> FileStoreError {
    switch code {
    case ENOENT, ENOTDIR: .folderMissing(path: path)
    case ENOSPC, EDQUOT, EFBIG:
      .diskFull(path: path, reason: SystemError.words(code).lowercased())
    case EACCES, EPERM:
      .readOnly(
        path: path, reason: "its folder cannot be written to; allow it with chmod u+w on the folder"
      )
    case EROFS: .readOnly(path: path, reason: "the file system is mounted read-only")
    default: .system(doing: doing, path: path, reason: SystemError.words(code))
    }
  }
}
