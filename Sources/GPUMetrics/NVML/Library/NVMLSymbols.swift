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
  let temperatureV: nvml_device_temperature_function?
  let threshold: nvml_device_choice_function?
  let margin: nvml_device_margin_function?
  let fields: nvml_device_fields_function?
  let encoder: nvml_device_two_numbers_function?
  let decoder: nvml_device_two_numbers_function?
  let energy: nvml_device_large_number_function?
  let maximumClock: nvml_device_choice_function?
  let performanceState: nvml_device_state_function?
  let pcieThroughput: nvml_device_choice_function?
  let pcieGeneration: nvml_device_number_function?
  let pcieWidth: nvml_device_number_function?
  let maximumPCIeGeneration: nvml_device_number_function?
  let maximumPCIeWidth: nvml_device_number_function?
  let eccMode: nvml_device_two_numbers_function?
  let eccErrors: nvml_device_errors_function?
  let remappedRows: nvml_device_rows_function?
  let persistence: nvml_device_state_function?
  let processUse: nvml_device_process_use_function?
  let processName: nvml_process_name_function?
  let samples: nvml_device_samples_function?
  let migMode: nvml_device_two_numbers_function?
  let maximumInstances: nvml_device_number_function?
  let instanceHandle: nvml_device_instance_function?
  let gpuInstance: nvml_device_number_function?
  let computeInstance: nvml_device_number_function?
  let createEvents: nvml_event_set_create_function?
  let freeEvents: nvml_event_set_free_function?
  let registerEvents: nvml_register_events_function?
  let waitForEvent: nvml_event_wait_function?
  let clockReasons: nvml_device_large_number_function?
  let computeProcesses: NVMLProcessCalls
  let graphicsProcesses: NVMLProcessCalls
  let mpsProcesses: NVMLProcessCalls
  let counters: NVMLCounterCalls?

  /// - Parameter path: Named in the error when a required function is missing.
  init(of handle: UnsafeMutableRawPointer, path: String) throws(DriverProblem) {
    func find<Function>(_ name: String, as type: Function.Type) -> Function? {
      dlsym(handle, name).map { unsafeBitCast($0, to: type) }
    }
    func findFirst<Function>(_ names: [String], as type: Function.Type) -> Function? {
      names.lazy.compactMap { find($0, as: type) }.first
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
    temperatureV = find("nvmlDeviceGetTemperatureV", as: nvml_device_temperature_function.self)
    threshold = find("nvmlDeviceGetTemperatureThreshold", as: nvml_device_choice_function.self)
    margin = find("nvmlDeviceGetMarginTemperature", as: nvml_device_margin_function.self)
    fields = find("nvmlDeviceGetFieldValues", as: nvml_device_fields_function.self)
    encoder = find("nvmlDeviceGetEncoderUtilization", as: nvml_device_two_numbers_function.self)
    decoder = find("nvmlDeviceGetDecoderUtilization", as: nvml_device_two_numbers_function.self)
    energy = find("nvmlDeviceGetTotalEnergyConsumption", as: nvml_device_large_number_function.self)
    maximumClock = find("nvmlDeviceGetMaxClockInfo", as: nvml_device_choice_function.self)
    performanceState = find("nvmlDeviceGetPerformanceState", as: nvml_device_state_function.self)
    pcieThroughput = find("nvmlDeviceGetPcieThroughput", as: nvml_device_choice_function.self)
    pcieGeneration = find(
      "nvmlDeviceGetCurrPcieLinkGeneration", as: nvml_device_number_function.self)
    pcieWidth = find("nvmlDeviceGetCurrPcieLinkWidth", as: nvml_device_number_function.self)
    maximumPCIeGeneration = find(
      "nvmlDeviceGetMaxPcieLinkGeneration", as: nvml_device_number_function.self)
    maximumPCIeWidth = find("nvmlDeviceGetMaxPcieLinkWidth", as: nvml_device_number_function.self)
    eccMode = find("nvmlDeviceGetEccMode", as: nvml_device_two_numbers_function.self)
    eccErrors = find("nvmlDeviceGetTotalEccErrors", as: nvml_device_errors_function.self)
    remappedRows = find("nvmlDeviceGetRemappedRows", as: nvml_device_rows_function.self)
    persistence = find("nvmlDeviceGetPersistenceMode", as: nvml_device_state_function.self)
    processUse = find("nvmlDeviceGetProcessUtilization", as: nvml_device_process_use_function.self)
    processName = find("nvmlSystemGetProcessName", as: nvml_process_name_function.self)
    samples = find("nvmlDeviceGetSamples", as: nvml_device_samples_function.self)
    migMode = find("nvmlDeviceGetMigMode", as: nvml_device_two_numbers_function.self)
    maximumInstances = find("nvmlDeviceGetMaxMigDeviceCount", as: nvml_device_number_function.self)
    instanceHandle = find(
      "nvmlDeviceGetMigDeviceHandleByIndex", as: nvml_device_instance_function.self)
    gpuInstance = find("nvmlDeviceGetGpuInstanceId", as: nvml_device_number_function.self)
    computeInstance = find("nvmlDeviceGetComputeInstanceId", as: nvml_device_number_function.self)
    createEvents = find("nvmlEventSetCreate", as: nvml_event_set_create_function.self)
    freeEvents = find("nvmlEventSetFree", as: nvml_event_set_free_function.self)
    registerEvents = find("nvmlDeviceRegisterEvents", as: nvml_register_events_function.self)
    waitForEvent = find("nvmlEventSetWait_v2", as: nvml_event_wait_function.self)
    clockReasons = findFirst(
      ["nvmlDeviceGetCurrentClocksEventReasons", "nvmlDeviceGetCurrentClocksThrottleReasons"],
      as: nvml_device_large_number_function.self)
    func processes(_ name: String) -> NVMLProcessCalls {
      NVMLProcessCalls(name) { find($0, as: nvml_device_processes_function.self) }
    }
    computeProcesses = processes("nvmlDeviceGetComputeRunningProcesses")
    graphicsProcesses = processes("nvmlDeviceGetGraphicsRunningProcesses")
    mpsProcesses = processes("nvmlDeviceGetMPSComputeRunningProcesses")
    counters = NVMLCounterCalls { dlsym(handle, $0) }
  }
}
