/// Why NVML or nvidia-smi gives no figures at all.
public enum DriverProblem: Error, Hashable, Sendable {
  /// No library of NVML could be found under these names.
  case libraryMissing(searched: [String])
  /// A library is there but cannot be used, for the linker's own reason.
  case libraryUnusable(path: String, says: String)
  case driverNotLoaded
  /// The library in user space and the kernel module are of different versions.
  case versionMismatch
  case noPermission
  case noDevices
  /// The driver's own "unknown error".
  case unknownError
  /// Another NVML return code.
  case code(Int32)
  /// Every GPU of the machine sleeps, and asking would wake it.
  case asleep
  /// There is no `nvidia-smi` on the search path.
  case commandMissing
  /// `nvidia-smi` could not be started, for the system's own reason.
  case commandNotStarted(String)
  /// `nvidia-smi` gave no answer within its time.
  case commandSilent(seconds: Int)
  /// `nvidia-smi` ended with this status and a text that holds no figures.
  case commandFailed(exitStatus: Int, says: String)

  init(_ code: NVMLReturnCode) {
    switch code {
    case .driverNotLoaded: self = .driverNotLoaded
    case .libraryVersionMismatch: self = .versionMismatch
    case .noPermission: self = .noPermission
    case .gpuNotFound: self = .noDevices
    case .unknown: self = .unknownError
    default: self = .code(code.rawValue)
    }
  }
}
