import TestSupport
import Testing

@testable import GPUMetrics

/// What is read of a whole `nvidia-smi` with its moods, rather than of one text.
@Suite struct ScriptedNvidiaSMITests {
  private func report(
    _ devices: [[String: String]], settings: [String] = []
  ) async throws -> GPUReport {
    let fake = try ScriptedNvidiaSMI(devices, settings: settings)
    let source = NvidiaSMISource(
      path: fake.path, environment: ["PATH": "/usr/bin:/bin"],
      machine: MachineInspector(root: "/nonexistent"), reason: "why", timeout: .seconds(60))
    let report = await source.sample()
    await source.close()
    return report
  }

  @Test func readsEveryDevice() async throws {
    let report = try await report((0..<8).map(ScriptedNvidiaSMI.healthy))
    #expect(report.source == .nvidiaSMI)
    #expect(report.driver == "580.82.07")
    #expect(report.devices.map(\.index) == Array(0..<8))
    #expect(report.devices.map(\.utilizationPercent) == (40..<48).map(Int?.some))
    #expect(report.devices.last?.memoryUsedBytes == 8 << 30)
    #expect(report.devices.last?.name == "Fake GPU of the tests 7")
  }

  @Test(arguments: [
    "[N/A]", "N/A", "[Not Supported]", "[Requested functionality has been deprecated]",
    "[Function Not Found]", "[Unknown Error]", "[Insufficient Permissions]", "[GPU is lost]", "",
  ])
  func absentFigureIsUnknown(token: String) async throws {
    let report = try await report(
      [ScriptedNvidiaSMI.healthy(0)],
      settings: ["absent=fan.speed \(token)", "absent=memory.used \(token)"])
    let device = try #require(report.devices.first)
    #expect(device.fanPercent == nil)
    #expect(device.memoryUsedBytes == nil)
    #expect(device.utilizationPercent == 40)
  }

  @Test func fieldsOfNewerReleasesAreLeftOut() async throws {
    let report = try await report(
      [ScriptedNvidiaSMI.healthy(0)],
      settings: ["unknown=memory.reserved", "unknown=clocks.current.sm"])
    let device = try #require(report.devices.first)
    #expect(device.memoryReservedBytes == nil)
    #expect(device.smClockMegahertz == nil)
    #expect(device.memoryTotalBytes == 80 << 30)
  }

  @Test func aNameWithCommasIsWhole() async throws {
    var device = ScriptedNvidiaSMI.healthy(0)
    device["name"] = "NVIDIA H100, PCIe, 80GB"
    #expect(try await report([device]).devices.first?.name == "NVIDIA H100, PCIe, 80GB")
  }

  @Test func theOthersAreReadBesideADeadDevice() async throws {
    let report = try await report(
      (0..<3).map(ScriptedNvidiaSMI.healthy), settings: ["dead=00000000:02:00.0"])
    #expect(report.devices.map(\.utilizationPercent) == [40, nil, 42])
    #expect(report.devices.map { $0.fault == nil } == [true, false, true])
  }

  @Test func aWarningTakesNoFigureAway() async throws {
    let report = try await report(
      [ScriptedNvidiaSMI.healthy(0)],
      settings: ["warning=WARNING: infoROM is corrupted at gpu 0000:01:00.0"])
    #expect(report.devices.map(\.utilizationPercent) == [40])
  }

  @Test(arguments: [
    "mismatch": "different versions", "module-not-loaded": "not loaded", "no-devices": "no GPU",
    "unknown-error": "unknown error", "library-missing": "no NVIDIA driver",
  ])
  func failureIsTold(failure: String, says: String) async throws {
    let report = try await report([ScriptedNvidiaSMI.healthy(0)], settings: ["failure=\(failure)"])
    #expect(report.devices.isEmpty)
    #expect(report.reason?.lowercased().contains(says.lowercased()) == true, "\(report)")
  }
}
