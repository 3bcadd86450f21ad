import CNVML
import Glibc

/// NVML's functions as one opened library exports them; only the first four must be there.
struct NVMLSymbols: Sendable {
  let initialize: nvml_no_argument_function
  let shutdown: nvml_no_argument_function
  let deviceCount: nvml_count_function
  let deviceHandle: nvml_handle_function

  let driverVersion: nvml_system_text_function?
  let cudaVersion: nvml_system_number_function?
  let name: nvml_device_text_function?
  let uuid: nvml_device_text_function?
  let pciInfo: nvml_device_pci_function?
  let computeCapability: nvml_device_pair_function?
  let utilization: nvml_device_utilization_function?
  let memory: nvml_device_memory_function?
  let memoryV2: nvml_device_memory_v2_function?
  let temperature: nvml_device_choice_function?
  let clock: nvml_device_choice_function?
  let fanSpeed: nvml_device_number_function?
  let powerUsage: nvml_device_number_function?
  let enforcedPowerLimit: nvml_device_number_function?
  let managementPowerLimit: nvml_device_number_function?

  /// - Parameter path: Named in the error when a required function is missing.
  init(of handle: UnsafeMutableRawPointer, path: String) throws(DriverProblem) {
    func find<Function>(_ name: String, as type: Function.Type) -> Function? {
      dlsym(handle, name).map { unsafeBitCast($0, to: type) }
    }
    func require<Function>(
      _ name: String, as type: Function.Type
    ) throws(DriverProblem) -> Function {
      guard let function = find(name, as: type) else {
        throw .libraryUnusable(path: path, says: "it has no function \(name)")
      }
      return function
    }
    initialize = try require("nvmlInit_v2", as: nvml_no_argument_function.self)
    shutdown = try require("nvmlShutdown", as: nvml_no_argument_function.self)
    deviceCount = try require("nvmlDeviceGetCount_v2", as: nvml_count_function.self)
    deviceHandle = try require("nvmlDeviceGetHandleByIndex_v2", as: nvml_handle_function.self)

    driverVersion = find("nvmlSystemGetDriverVersion", as: nvml_system_text_function.self)
    cudaVersion = find("nvmlSystemGetCudaDriverVersion", as: nvml_system_number_function.self)
    name = find("nvmlDeviceGetName", as: nvml_device_text_function.self)
    uuid = find("nvmlDeviceGetUUID", as: nvml_device_text_function.self)
    pciInfo = find("nvmlDeviceGetPciInfo_v3", as: nvml_device_pci_function.self)
    computeCapability = find(
      "nvmlDeviceGetCudaComputeCapability", as: nvml_device_pair_function.self)
    utilization = find(
      "nvmlDeviceGetUtilizationRates", as: nvml_device_utilization_function.self)
    memory = find("nvmlDeviceGetMemoryInfo", as: nvml_device_memory_function.self)
    memoryV2 = find("nvmlDeviceGetMemoryInfo_v2", as: nvml_device_memory_v2_function.self)
    temperature = find("nvmlDeviceGetTemperature", as: nvml_device_choice_function.self)
    clock = find("nvmlDeviceGetClockInfo", as: nvml_device_choice_function.self)
    fanSpeed = find("nvmlDeviceGetFanSpeed", as: nvml_device_number_function.self)
    powerUsage = find("nvmlDeviceGetPowerUsage", as: nvml_device_number_function.self)
    enforcedPowerLimit = find(
      "nvmlDeviceGetEnforcedPowerLimit", as: nvml_device_number_function.self)
    managementPowerLimit = find(
      "nvmlDeviceGetPowerManagementLimit", as: nvml_device_number_function.self)
  }
}
