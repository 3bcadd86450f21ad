import Foundation
import TestSupport
import Testing

@testable import GPUMetrics

@Suite struct NvidiaSMISourceTests {
  private let environment = ["PATH": "/usr/bin:/bin"]

  private func source(
    _ fake: FakeNvidiaSMI, timeout: Duration = .seconds(30)
  ) -> NvidiaSMISource {
    NvidiaSMISource(
      path: fake.path, environment: environment, machine: MachineInspector(root: "/nonexistent"),
      reason: "why", timeout: timeout)
  }

  @Test func readsFiguresOfTheCommand() async throws {
    let fake = try FakeNvidiaSMI(
      printing: "0, GPU-1, b, 580.82, 42, 1024, 81920, 512, 54, 77.71, [N/A], 345, [N/A], H100")
    let report = await source(fake).sample()
    #expect(report.source == .nvidiaSMI)
    #expect(report.reason == "why")
    #expect(report.driver == "580.82")
    #expect(report.devices.first?.utilizationPercent == 42)
    #expect(report.devices.first?.fanPercent == nil)
  }

  @Test func fieldTheCommandDoesNotKnowIsLeftOut() async throws {
    let fake = try FakeNvidiaSMI(
      shell: """
        case "$1" in
        *memory.reserved*) echo 'Field "memory.reserved" is not a valid field to query.'; exit 2;;
        esac
        echo '0, GPU-1, b, 470.1, 42, 1024, 81920, 54, 77.71, 250, 345, 30, Old card'
        """)
    let device = try #require(await source(fake).sample().devices.first)
    #expect(device.memoryReservedBytes == nil)
    #expect(device.memoryTotalBytes == 80 << 30)
    #expect(device.name == "Old card")
  }

  @Test func commandThatKnowsNoFieldEndsTheAsking() async throws {
    let fake = try FakeNvidiaSMI(
      shell: "echo 'Field \"index\" is not a valid field to query.'; exit 2")
    let report = await source(fake).sample()
    #expect(report.source == .none)
    #expect(report.reason?.contains("index") == true)
  }

  @Test func commandThatHangsIsEndedWithItsChildren() async throws {
    let directory = try TemporaryDirectory()
    let marker = directory.url.appending(path: "pid").path
    let fake = try FakeNvidiaSMI(shell: "sleep 600 & echo $! > '\(marker)'; wait")
    let asking = source(fake, timeout: .milliseconds(500))
    let report = await asking.sample()
    #expect(report.source == .none)
    #expect(report.reason?.contains("no answer") == true)
    let text = try String(contentsOfFile: marker, encoding: .utf8)
    let child = try #require(pid_t(text.trimmingCharacters(in: .whitespacesAndNewlines)))
    try await waitUntil("the command's child is gone") {
      let status = try? String(contentsOfFile: "/proc/\(child)/stat", encoding: .utf8)
      return status == nil || status?.contains(") Z ") == true
    }
  }
}
