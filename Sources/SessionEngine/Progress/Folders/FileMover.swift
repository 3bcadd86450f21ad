import Glibc

/// Copies and moves files so that at any moment the whole file stands at one place at least.
struct FileMover {
  /// A call of the system that failed, with its code.
  struct Failure: Error {
    let path: String
    let code: Int32
  }

  /// Makes a file that is not there yet, on the disk before it returns.
  static func make(_ path: String, mode: mode_t, from source: String) throws(Failure) {
    let input = open(source, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
    guard input >= 0 else { throw Failure(path: source, code: errno) }
    defer { close(input) }
    let output = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard output >= 0 else { throw Failure(path: path, code: errno) }
    defer { close(output) }
    do throws(Failure) {
      try copy(input, to: output, source, path)
      guard fchmod(output, mode) == 0, fsync(output) == 0 else {
        throw Failure(path: path, code: errno)
      }
    } catch {
      unlink(path)
      throw error
    }
  }

  private static func copy(
    _ input: Int32, to output: Int32, _ source: String, _ path: String
  ) throws(Failure) {
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = read(input, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw Failure(path: source, code: errno) }
      if count == 0 { return }
      try write(buffer[..<count], to: output, path)
    }
  }

  private static func write(
    _ bytes: ArraySlice<UInt8>, to output: Int32, _ path: String
  ) throws(Failure) {
    var rest = bytes
    while !rest.isEmpty {
      let part = rest.withUnsafeBytes { Glibc.write(output, $0.baseAddress, $0.count) }
      if part < 0, errno == EINTR { continue }
      guard part > 0 else { throw Failure(path: path, code: part == 0 ? ENOSPC : errno) }
      rest = rest.dropFirst(part)
    }
  }

  /// Writes a file anew, on the disk before it returns; one that cannot be written whole is removed.
  static func write(_ bytes: [UInt8], to path: String) throws(Failure) {
    unlink(path)
    let output = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard output >= 0 else { throw Failure(path: path, code: errno) }
    defer { close(output) }
    do throws(Failure) {
      try write(bytes[...], to: output, path)
      guard fsync(output) == 0 else { throw Failure(path: path, code: errno) }
    } catch {
      unlink(path)
      throw error
    }
  }

  /// Moves a file over what stands at the other path, or a folder or link where nothing stands.
  static func move(_ path: String, to target: String) throws(Failure) {
    if rename(path, target) == 0 { return }
    guard errno == EXDEV, let facts = FileFacts(path) else {
      throw Failure(path: target, code: errno)
    }
    switch facts.kind {
    case .file:
      let beside = target + ".atelier-part"
      unlink(beside)
      try make(beside, mode: facts.mode, from: path)
      guard rename(beside, target) == 0 else {
        let code = errno
        unlink(beside)
        throw Failure(path: target, code: code)
      }
      unlink(path)
    case .link:
      try moveLink(path, to: target)
    case .folder:
      try moveFolder(path, to: target, mode: facts.mode)
    case .other:
      throw Failure(path: path, code: EXDEV)
    }
  }

  private static func moveLink(_ path: String, to target: String) throws(Failure) {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
    guard readlink(path, &buffer, buffer.count - 1) > 0, symlink(buffer, target) == 0 else {
      throw Failure(path: target, code: errno)
    }
    unlink(path)
  }

  private static func moveFolder(
    _ path: String, to target: String, mode: mode_t
  ) throws(Failure) {
    guard mkdir(target, 0o700) == 0 || errno == EEXIST else {
      throw Failure(path: target, code: errno)
    }
    guard let stream = opendir(path) else { throw Failure(path: path, code: errno) }
    defer { closedir(stream) }
    var names: [[CChar]] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        bytes.prefix { $0 != 0 }.map { CChar(bitPattern: $0) }
      }
      if name != [46], name != [46, 46] { names.append(name) }
    }
    for name in names {
      let part = String(decoding: name.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      try move(path + "/" + part, to: target + "/" + part)
    }
    chmod(target, mode)
    rmdir(path)
  }

  /// Makes a folder and those above it that are missing, below one that is there.
  static func makeFolders(_ path: String) throws(Failure) {
    if mkdir(path, 0o777) == 0 || errno == EEXIST { return }
    guard errno == ENOENT, let slash = path.lastIndex(of: "/"), slash > path.startIndex else {
      throw Failure(path: path, code: errno)
    }
    try makeFolders(String(path[..<slash]))
    guard mkdir(path, 0o777) == 0 || errno == EEXIST else { throw Failure(path: path, code: errno) }
  }

  /// Sees to it that the names in a folder are on the disk; that it cannot be only delays it.
  static func synchronize(folder: String) {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }
}
