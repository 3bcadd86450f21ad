import Foundation
import TerminalCore
import TestSupport
import Testing
import WorkshopModel

@testable import GPUMetrics
@testable import SessionEngine

/// Each fault between a GPU and its programs is a check of its own, with its remedy.
@Suite struct DoctorGPUTests {
  private func checks(
    _ gpu: GPUReport, _ machine: MachineFacts = MachineFacts(), cuda: [String] = []
  ) async throws -> [String: DoctorCheck] {
    let folder = try TemporaryDirectory()
    let environments = cuda.map {
      EnvironmentDeclaration(
        name: "gpu-\($0)", title: "", cuda: $0, requirements: [], gpuRequirements: [],
        extraIndex: nil, probeModule: "torch")
    }
    let exercise = Exercise(
      id: "exercise-2", title: "", goal: "", folder: folder.url, starterFiles: [], mainFile: "",
      environments: environments, workloads: [])
    let report = await Doctor(
      terminal: TerminalFacts(isTerminal: false, type: nil, size: nil, colors: nil, locale: nil),
      gpu: gpu, machine: machine, exercises: [exercise], workspace: folder.path,
      environment: ["PATH": "/nowhere"], home: folder.path, freeBytes: { _ in nil }
    ).examine()
    for check in report.checks { #expect((check.remedy == nil) == (check.status == .ok)) }
    return Dictionary(uniqueKeysWithValues: report.checks.map { ($0.id, $0) })
      .filter { $0.key.hasPrefix("gpu-") }
  }

  private func none(_ problem: DriverProblem) -> GPUReport {
    GPUReport(none: problem, reason: problem.summary, time: 1)
  }

  private func serving(driver: String?, cuda: String?) -> GPUReport {
    var device = GPUDevice(index: 0)
    device.name = "NVIDIA H100"
    device.computeCapability = CUDAComputeCapability(major: 8, minor: 0)
    return GPUReport(source: .nvml, driver: driver, cuda: cuda, devices: [device])
  }

  private let controller = PCIController(address: "0000:83:00.0")
  private let missing = DriverProblem.libraryMissing(searched: ["libnvidia-ml.so.1"])

  @Test func aMachineWithoutAGPUHasNoSuchChecks() async throws {
    #expect(try await checks(none(missing)).isEmpty)
  }

  @Test func allIsWellWhereItServes() async throws {
    var machine = MachineFacts(
      controllers: [controller], hasKernelModule: true, hasDeviceNodes: true)
    machine.kernelModuleVersion = "580.82.07"
    machine.libraryVersion = "580.82.07"
    let found = try await checks(serving(driver: "580.82.07", cuda: "13.0"), machine, cuda: ["12"])
    #expect(found.keys.sorted() == ["gpu-cuda", "gpu-driver", "gpu-permission", "gpu-versions"])
    #expect(found.values.allSatisfy { $0.status == .ok })
  }

  @Test func aMissingDriver() async throws {
    let check = try await checks(none(missing), MachineFacts(controllers: [controller]))
    #expect(check.keys.sorted() == ["gpu-driver"])
    #expect(check["gpu-driver"]?.says.contains("0000:83:00.0") == true)
    #expect(check["gpu-driver"]?.remedy?.contains("nvidia-driver") == true)
  }

  @Test func aDriverThatIsNotLoaded() async throws {
    let check = try await checks(none(.driverNotLoaded), MachineFacts(controllers: [controller]))
    #expect(check.keys.sorted() == ["gpu-driver"])
    #expect(check["gpu-driver"]?.says.contains("not loaded") == true)
    #expect(check["gpu-driver"]?.remedy?.contains("modprobe nvidia") == true)
  }

  @Test func aModuleWithoutItsLibraries() async throws {
    let check = try await checks(
      none(missing), MachineFacts(controllers: [controller], hasKernelModule: true))
    #expect(check["gpu-driver"]?.says.contains("libraries are not installed") == true)
  }

  @Test func libraryAndModuleOfDifferentVersions() async throws {
    var machine = MachineFacts(controllers: [controller], hasKernelModule: true)
    machine.kernelModuleVersion = "535.161.07"
    machine.libraryVersion = "580.82.07"
    let check = try await checks(none(.versionMismatch), machine)["gpu-versions"]
    #expect(check?.status == .warn)
    #expect(check?.says.contains("580.82.07 and 535.161.07") == true)
    #expect(check?.remedy?.contains("Reboot") == true)
  }

  @Test func aContainerWithoutDevices() async throws {
    var machine = MachineFacts(isContainer: true)
    var found = try await checks(none(missing), machine)
    #expect(found.keys.sorted() == ["gpu-container"])
    #expect(found["gpu-container"]?.remedy?.contains("--gpus all") == true)
    machine.hasDeviceNodes = true
    found = try await checks(serving(driver: "580.1", cuda: "13.0"), machine)
    #expect(found["gpu-container"]?.status == .ok)
  }

  @Test func noPermission() async throws {
    var machine = MachineFacts(hasKernelModule: true, hasDeviceNodes: true)
    machine.closedDeviceNodes = ["/dev/nvidia0"]
    let check = try await checks(none(.noPermission), machine)["gpu-permission"]
    #expect(check?.status == .warn)
    #expect(check?.says.contains("/dev/nvidia0") == true)
    #expect(check?.remedy?.contains("group video") == true)
  }

  @Test func aDriverTooOldForAnEnvironment() async throws {
    let check = try await checks(serving(driver: "470.1", cuda: "11.4"), cuda: ["11.8", "12"])
    let found = try #require(check["gpu-cuda"])
    #expect(found.status == .warn)
    #expect(found.says.contains("exercise-2 gpu-12"))
    #expect(found.says.contains("supports CUDA up to 11.4, and it needs 12.0"))
    #expect(found.remedy?.contains("Update the NVIDIA driver") == true)
  }

  @Test func aDriverThatDoesNotTellItsCUDAIsJudgedByItsVersion() async throws {
    let old = try await checks(serving(driver: "470.199.02", cuda: nil), cuda: ["12"])["gpu-cuda"]
    #expect(old?.says.contains("525.60.13 or later") == true)
    let new = try await checks(serving(driver: "525.105.17", cuda: nil), cuda: ["12"])["gpu-cuda"]
    #expect(new?.status == .ok)
  }
}
