import Foundation
import Glibc

/// A control group of 64 MiB in the first hierarchy of Linux, which a script enters.
struct MemoryLimit {
  private static let root = "/sys/fs/cgroup/memory"
  private let folder: String

  init(name: String) {
    folder = Self.root + "/" + name
  }

  static var isAllowed: Bool {
    access(root + "/memory.limit_in_bytes", F_OK) == 0 && access(root, W_OK) == 0 && getuid() == 0
  }

  /// Lines of shell that make the group and enter it.
  var script: String {
    "mkdir '\(folder)' && echo 64M > '\(folder)/memory.limit_in_bytes' && "
      + "echo $$ > '\(folder)/cgroup.procs' || exit 9; "
  }

  func remove() {
    rmdir(folder)
  }
}
