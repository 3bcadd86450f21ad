import Foundation

/// An NVIDIA driver of this machine, beside which figures can be checked.
enum RealDriver {
  static func isThere() -> Bool {
    let files = FileManager.default
    return files.fileExists(atPath: "/proc/driver/nvidia/version")
      && ["/usr/bin/nvidia-smi", "/usr/local/bin/nvidia-smi"].contains(
        where: files.isExecutableFile)
  }
}
