import TerminalCore
import TestSupport
import Testing

extension EndToEnd {
  /// A driver whose calls do not come back for an hour: the console goes on, and ends.
  @Suite(.serialized) struct ConsoleHangingGPUTests {
    private static let hour = 3_600_000

    private func open(_ library: FakeNVML) async throws -> ConsoleUnderTest {
      try await ConsoleUnderTest(in: Sandbox(variables: ["ATELIER_NVML": library.libraryPath]))
    }

    /// Keys have their effect, and the console ends with the call under way.
    private func expectAnswersAndEnds(_ console: ConsoleUnderTest) async throws {
      await console.press(.character("1"), .character("?"))
      try await console.waitForText("Help: Outline")
      await console.press(.character("?"), .character("q"))
      #expect(try await console.exitStatus() == 0)
      try await console.expectRestoredTerminal()
      try await console.close()
    }

    @Test func aCallThatHangsIsNamedAndTheOtherDeviceGoesOn() async throws {
      let stuck = FakeGPU.complete(0).adding("hang=nvmlDeviceGetPowerUsage \(Self.hour)")
      let library = try await FakeNVML([stuck, .complete(1)])
      let console = try await open(library)
      await console.press(.character("3"), .character("z"))
      try await console.waitForText("Power draw", "Fake GPU of the tests 1", "51 °C")
      try library.script([stuck, FakeGPU.complete(1).with(["temperature": "77"])])
      try await console.waitForText("77 °C", "Power draw")
      try await expectAnswersAndEnds(console)
    }

    @Test func aDriverThatLetsEveryCallWaitBehindOneThatHangsIsSaid() async throws {
      let stuck = FakeGPU.complete(0).adding("hang=nvmlDeviceGetTemperature \(Self.hour)")
      let library = try await FakeNVML([stuck, .complete(1)], system: ["serial": "1"])
      let console = try await open(library)
      await console.press(.character("3"), .character("z"))
      try await console.waitForText("Temperature", "no answer")
      try await expectAnswersAndEnds(console)
    }

    @Test(arguments: ["nvmlInit_v2", "nvmlDeviceGetCount_v2", "nvmlDeviceGetHandleByIndex_v2"])
    func aDriverThatHangsBeforeItsFirstFigureHoldsUpNothing(function: String) async throws {
      let calls = try TemporaryDirectory()
      let path = calls.url.appending(path: "calls").path(percentEncoded: false)
      let library = try await FakeNVML(
        [.complete(0)], system: ["calls": path], rules: ["hang=\(function) \(Self.hour)"])
      let console = try await open(library)
      try await console.wait("the call is under way") {
        (try? String(contentsOfFile: path, encoding: .utf8))?.contains(function) == true
      }
      try await expectAnswersAndEnds(console)
    }

    @Test func slowCallsHoldUpNothingEither() async throws {
      let devices = (0..<8).map {
        FakeGPU.complete($0).without("pcie_bytes_tx", "pcie_bytes_rx")
          .adding("hang=nvmlDeviceGetPcieThroughput \(Self.hour)")
      }
      let library = try await FakeNVML(devices, system: ["delay_ms": "5"])
      let console = try await open(library)
      await console.press(.character("3"), .character("z"))
      try await console.waitForText("50 °C", "57 °C", "PCIe")
      try await expectAnswersAndEnds(console)
    }

    @Test func oneRoundOfFiguresDoesNotWaitForACallThatHangs() async throws {
      let stuck = FakeGPU.complete(0).adding("hang=nvmlDeviceGetPowerUsage \(Self.hour)")
      let library = try await FakeNVML([stuck, .complete(1)])
      let sandbox = try Sandbox(variables: ["ATELIER_NVML": library.libraryPath])
      let outcome = try await sandbox.atelier("gpu", "--json")
      #expect(outcome.status == 0)
      let devices = try #require(try outcome.object()["devices"] as? [[String: Any]])
      let call = try #require(devices[0]["stuck"] as? [String: Any])
      #expect(call["figure"] as? String == "Power draw")
      #expect(devices[1]["power_watts"] as? Double == 300.501)
    }
  }
}
