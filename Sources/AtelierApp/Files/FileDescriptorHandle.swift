import Glibc

/// An open descriptor that is closed when the last owner lets go.
struct FileDescriptorHandle: ~Copyable {
  let descriptor: Int32

  init?(opening path: String, flags: Int32, mode: mode_t = 0) {
    let opened = open(path, flags | O_CLOEXEC, mode)
    guard opened >= 0 else { return nil }
    descriptor = opened
  }

  deinit {
    close(descriptor)
  }
}
