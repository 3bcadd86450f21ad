/// Where NVML's library is looked for.
public struct NVMLSearchPath: Sendable, Hashable {
  /// The environment variable that names the one library to open.
  public static let variable = "ATELIER_NVML"

  /// Names for the dynamic linker or absolute paths, tried in order.
  public var candidates: [String]

  public init(candidates: [String]) {
    self.candidates = candidates
  }

  /// The name every driver installs, then places the linker's cache may not know: WSL, Colab.
  public init(environment: [String: String]) {
    if let path = environment[Self.variable], !path.isEmpty {
      self.init(candidates: [path])
    } else {
      self.init(candidates: [
        "libnvidia-ml.so.1",
        "/usr/lib/wsl/lib/libnvidia-ml.so.1",
        "/usr/lib64-nvidia/libnvidia-ml.so.1",
        "/usr/local/nvidia/lib64/libnvidia-ml.so.1",
      ])
    }
  }
}
