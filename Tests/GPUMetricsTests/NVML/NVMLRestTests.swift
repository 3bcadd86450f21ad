import Foundation
import TestSupport
import Testing

@testable import GPUMetrics

@Suite struct NVMLRestTests {
  /// A laptop with one GPU, whose time is told by the test.
  private final class Laptop: Sendable {
    let root: TemporaryDirectory
    let fake: FakeNVML
    let source: NVMLSource
    private let calls: TemporaryDirectory
    private let time = TestTime()

    init(_ device: FakeGPU, control: String = "auto") async throws {
      root = try TemporaryDirectory()
      calls = try TemporaryDirectory()
      let folder = "sys/bus/pci/devices/0000:01:00.0"
      try root.write("0x10de\n", to: "\(folder)/vendor")
      try root.write("0x030000\n", to: "\(folder)/class")
      try root.write("\(control)\n", to: "\(folder)/power/control")
      try root.write("active\n", to: "\(folder)/power/runtime_status")
      let log = calls.url.appending(path: "calls").path(percentEncoded: false)
      fake = try await FakeNVML([device], system: ["calls": log])
      source = .patient(
        fake, machine: MachineInspector(root: root.path), now: { [time] in time.now })
    }

    func set(status: String) throws {
      try root.write(
        "\(status)\n", to: "sys/bus/pci/devices/0000:01:00.0/power/runtime_status")
    }

    /// Rounds a second apart; the last one's device.
    func device(after seconds: Int) async throws -> GPUDevice {
      for _ in 1..<seconds {
        time.pass(seconds: 1)
        _ = await source.sample()
      }
      time.pass(seconds: 1)
      return try await source.device(0)
    }

    /// The functions called so far.
    func called() throws -> [String] {
      try String(contentsOf: calls.url.appending(path: "calls"), encoding: .utf8)
        .split(separator: "\n").map { String($0.prefix { $0 != " " }) }
    }
  }

  private let idle = FakeGPU.complete(0).with(["gpu": "0"])

  @Test func anIdleLaptopsDriverIsLetGoAndAskedAgainWhenSomethingUsesTheGPU() async throws {
    let laptop = try await Laptop(idle)
    #expect(try await laptop.device(after: 30)[.power].state == .known)
    let resting = try await laptop.device(after: 2)
    #expect(resting.fault?.contains("asleep") == true)
    #expect(resting.name == "Fake GPU of the tests 0")
    #expect(resting.figures.isEmpty)
    try await waitUntil("the driver is let go") { try laptop.called().last == "nvmlShutdown" }
    try laptop.set(status: "suspended")
    let before = try laptop.called().count
    let asleep = try await laptop.device(after: 100)
    #expect(asleep.fault?.contains("asleep") == true)
    #expect(try laptop.called().count == before)
    try laptop.set(status: "active")
    let awake = try await laptop.device(after: 1)
    #expect(awake.fault == nil)
    #expect(awake[.power].state == .known)
    await laptop.source.close()
  }

  @Test func oneThatSomethingElseKeepsAwakeIsAskedAgain() async throws {
    let laptop = try await Laptop(idle)
    #expect(try await laptop.device(after: 32).fault != nil)
    #expect(try await laptop.device(after: 20).fault == nil)
    #expect(try await laptop.device(after: 300)[.power].state == .known)
    #expect(try await laptop.device(after: 310).fault != nil)
    await laptop.source.close()
  }

  @Test(arguments: ["a server's", "computing", "busy", "with hidden processes"])
  func othersAreNotLetGo(_ which: String) async throws {
    let device =
      switch which {
      case "computing": idle.running([FakeGPUProcess(42, memory: 1 << 20)])
      case "busy": idle.with(["gpu": "3"])
      case "with hidden processes":
        idle.adding(
          "answer=nvmlDeviceGetComputeRunningProcesses_v3 4",
          "answer=nvmlDeviceGetGraphicsRunningProcesses_v3 4",
          "answer=nvmlDeviceGetMPSComputeRunningProcesses_v3 4")
      default: idle
      }
    let laptop = try await Laptop(device, control: which == "a server's" ? "on" : "auto")
    #expect(try await laptop.device(after: 60)[.power].state == .known)
    #expect(try !laptop.called().contains("nvmlShutdown"))
    await laptop.source.close()
  }

  @Test func aDesktopOnItThatDoesNothingDoesNotCount() async throws {
    let desktop = FakeGPUProcess(42, memory: 4 << 20, kinds: "graphics")
    let laptop = try await Laptop(idle.running([desktop]))
    #expect(try await laptop.device(after: 32).fault?.contains("asleep") == true)
    await laptop.source.close()
  }
}
