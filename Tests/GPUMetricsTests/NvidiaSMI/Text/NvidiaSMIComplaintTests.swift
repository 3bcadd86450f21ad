import Testing

@testable import GPUMetrics

@Suite struct NvidiaSMIComplaintTests {
  @Test func anUnknownFieldIsNamed() {
    let text = "Field \"memory.reserved\" is not a valid field to query."
    #expect(
      NvidiaSMIComplaint(messages: [text], exitStatus: 2) == .unknownField("memory.reserved"))
  }

  @Test(arguments: [
    (
      "NVIDIA-SMI couldn't find libnvidia-ml.so library in your system. Please make sure …", 12,
      DriverProblem.libraryMissing(searched: ["libnvidia-ml.so.1"])
    ),
    (
      "NVIDIA-SMI has failed because it couldn't communicate with the NVIDIA driver. Make …", 9,
      .driverNotLoaded
    ),
    (
      "Failed to initialize NVML: Driver/library version mismatch\nNVML library version: 535.161",
      18, .versionMismatch
    ),
    ("Failed to initialize NVML: Unknown Error", 255, .unknownError),
    ("Failed to initialize NVML: Insufficient Permissions", 4, .noPermission),
    ("No devices were found", 6, .noDevices),
    ("", 9, .driverNotLoaded), ("", 18, .versionMismatch), ("", 6, .noDevices),
    ("sh: nvidia-smi: not found", 127, .commandMissing),
    ("", 0, .commandFailed(exitStatus: 0, says: "")),
    ("something new", 77, .commandFailed(exitStatus: 77, says: "something new")),
    ("1, 2, 3", 0, .commandFailed(exitStatus: 0, says: "1, 2, 3")),
  ])
  func aFailureIsTold(text: String, status: Int, problem: DriverProblem) {
    let messages = text.split(separator: "\n").map(String.init)
    #expect(NvidiaSMIComplaint(messages: messages, exitStatus: status) == .problem(problem))
  }
}
