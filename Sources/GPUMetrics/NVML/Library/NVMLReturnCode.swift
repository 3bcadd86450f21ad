import CNVML

/// What an NVML call answered (nvmlReturn_t of NVIDIA's nvml.h).
struct NVMLReturnCode: RawRepresentable, Error, Hashable, Sendable {
  var rawValue: Int32

  static let success = NVMLReturnCode(NVML_CODE_SUCCESS)
  static let uninitialized = NVMLReturnCode(NVML_CODE_UNINITIALIZED)
  static let invalidArgument = NVMLReturnCode(NVML_CODE_INVALID_ARGUMENT)
  static let notFound = NVMLReturnCode(NVML_CODE_NOT_FOUND)
  static let insufficientSize = NVMLReturnCode(NVML_CODE_INSUFFICIENT_SIZE)
  static let timeout = NVMLReturnCode(NVML_CODE_TIMEOUT)
  static let notSupported = NVMLReturnCode(NVML_CODE_NOT_SUPPORTED)
  static let noPermission = NVMLReturnCode(NVML_CODE_NO_PERMISSION)
  static let insufficientPower = NVMLReturnCode(NVML_CODE_INSUFFICIENT_POWER)
  static let driverNotLoaded = NVMLReturnCode(NVML_CODE_DRIVER_NOT_LOADED)
  static let interruptIssue = NVMLReturnCode(NVML_CODE_IRQ_ISSUE)
  static let functionNotFound = NVMLReturnCode(NVML_CODE_FUNCTION_NOT_FOUND)
  static let libraryNotFound = NVMLReturnCode(NVML_CODE_LIBRARY_NOT_FOUND)
  static let corruptedInfoROM = NVMLReturnCode(NVML_CODE_CORRUPTED_INFOROM)
  static let inUse = NVMLReturnCode(NVML_CODE_IN_USE)
  static let memory = NVMLReturnCode(NVML_CODE_MEMORY)
  static let insufficientResources = NVMLReturnCode(NVML_CODE_INSUFFICIENT_RESOURCES)
  static let notReady = NVMLReturnCode(NVML_CODE_NOT_READY)
  static let gpuIsLost = NVMLReturnCode(NVML_CODE_GPU_IS_LOST)
  static let resetRequired = NVMLReturnCode(NVML_CODE_RESET_REQUIRED)
  static let libraryVersionMismatch = NVMLReturnCode(NVML_CODE_LIBRARY_VERSION_MISMATCH)
  static let argumentVersionMismatch = NVMLReturnCode(NVML_CODE_ARGUMENT_VERSION_MISMATCH)
  static let deprecated = NVMLReturnCode(NVML_CODE_DEPRECATED)
  static let gpuNotFound = NVMLReturnCode(NVML_CODE_GPU_NOT_FOUND)
  static let unknown = NVMLReturnCode(NVML_CODE_UNKNOWN)

  init(rawValue: Int32) {
    self.rawValue = rawValue
  }

  private init(_ constant: Int) {
    rawValue = Int32(constant)
  }

  /// The device has no such figure, or this driver no such call.
  var meansFieldAbsent: Bool {
    [.notSupported, .functionNotFound, .argumentVersionMismatch, .deprecated].contains(self)
  }

  /// The device fell off the bus or waits for a reset.
  var meansDeviceGone: Bool {
    [.gpuIsLost, .resetRequired].contains(self)
  }

  /// The driver was unloaded or replaced under the library, which must be initialised again.
  var meansDriverGone: Bool {
    [.uninitialized, .driverNotLoaded, .libraryVersionMismatch, .gpuNotFound].contains(self)
  }
}
