import Glibc

extension FileStore {
  static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// The bytes of a regular file within the size limit.
  func read(_ path: String) throws -> ([UInt8], stat) {
    // Opening a named pipe would wait for its other end.
    guard let file = FileDescriptorHandle(opening: path, flags: O_RDONLY | O_NONBLOCK) else {
      throw failure(errno, path)
    }
    var status = stat()
    guard fstat(file.descriptor, &status) == 0 else { throw failure(errno, path) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw FileStoreError.notAFile(path: path) }
    guard status.st_size <= sizeLimit else {
      throw FileStoreError.tooLarge(path: path, bytes: Int(status.st_size), limit: sizeLimit)
    }
    var bytes = [UInt8](repeating: 0, count: Int(status.st_size) + 1)
    var count = 0
    while true {
      let room = bytes.count
      let got = bytes.withUnsafeMutableBytes { buffer in
        buffer.baseAddress.map { Glibc.read(file.descriptor, $0 + count, room - count) } ?? 0
      }
      if got < 0, errno == EINTR { continue }
      guard got >= 0 else { throw failure(errno, path) }
      count += got
      if got == 0 { break }
      guard count <= sizeLimit else {
        throw FileStoreError.tooLarge(path: path, bytes: count, limit: sizeLimit)
      }
      if count == bytes.count { bytes += [UInt8](repeating: 0, count: bytes.count) }
    }
    bytes.removeLast(bytes.count - count)
    return (bytes, status)
  }

  static func fingerprint(_ status: stat, _ bytes: [UInt8]) -> FileFingerprint {
    FileFingerprint(
      inode: UInt64(status.st_ino), size: bytes.count, modified: modified(status),
      contentHash: ContentHash.of(bytes))
  }

  static func modified(_ status: stat) -> Int64 {
    Int64(status.st_mtim.tv_sec) * 1_000_000_000 + Int64(status.st_mtim.tv_nsec)
  }

  /// The path behind symbolic links; its file need not exist.
  func resolve(_ path: String) throws -> String {
    var path = path
    for _ in 0..<40 {
      var buffer = [UInt8](repeating: 0, count: 4096)
      let count = buffer.withUnsafeMutableBytes { pointer in
        guard let base = pointer.baseAddress else { return -1 }
        return readlink(path, base.assumingMemoryBound(to: CChar.self), pointer.count)
      }
      guard count >= 0 else { return path }
      let target = String(decoding: buffer[..<count], as: UTF8.self)
      path = target.hasPrefix("/") ? target : AtomicWriter.folder(of: path) + "/" + target
    }
    throw FileStoreError.tooManyLinks(path: path)
  }

  /// Why a file must not be replaced. A file or folder without any write permission is left alone
  /// even for root, who could write to it: somebody meant that.
  func refusal(of path: String, mode: mode_t) throws -> String? {
    let folder = AtomicWriter.folder(of: path)
    if mode & 0o222 == 0 || access(path, W_OK) != 0 {
      return errno == EROFS && mode & 0o222 != 0
        ? "the file system is mounted read-only" : "it is read-only; allow it with chmod u+w"
    }
    var status = stat()
    guard stat(folder, &status) == 0 else { throw FileStoreError.folderMissing(path: path) }
    if status.st_mode & 0o222 == 0 || access(folder, W_OK) != 0 {
      return "its folder is read-only; allow it with chmod u+w on the folder"
    }
    return nil
  }

  private func failure(_ code: Int32, _ path: String) -> FileStoreError {
    switch code {
    case ENOENT, ENOTDIR: .notFound(path: path)
    case ELOOP: .tooManyLinks(path: path)
    default: .system(doing: "reading", path: path, reason: SystemError.words(code))
    }
  }
}
