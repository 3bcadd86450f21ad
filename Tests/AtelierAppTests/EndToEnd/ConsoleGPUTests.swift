import TerminalCore
import TestSupport
import Testing

extension EndToEnd {
  @Suite(.serialized) struct ConsoleGPUTests {
    private let devices: [FakeGPU] = [
      .healthy(0), .healthy(1).without("power", "temperature", "gpu"),
    ]

    @Test func showsTheFiguresOfTheLibraryOnTheLibraryPath() async throws {
      let library = try await FakeNVML(devices)
      let sandbox = try Sandbox(variables: ["LD_LIBRARY_PATH": library.folder])
      try await expectFigures(in: sandbox)
    }

    @Test func showsTheFiguresOfTheLibraryThatIsNamed() async throws {
      let library = try await FakeNVML(devices)
      let sandbox = try Sandbox(variables: ["ATELIER_NVML": library.libraryPath])
      try await expectFigures(in: sandbox)
    }

    @Test func opensOneGPUWhoseFiguresAreAllExplained() async throws {
      let library = try await FakeNVML(devices)
      let sandbox = try Sandbox(variables: ["ATELIER_NVML": library.libraryPath])
      let console = try await ConsoleUnderTest(in: sandbox, size: Size(columns: 80, rows: 24))
      await console.press(.character("3"))
      try await console.waitForText("Fake GPU of the tests 0")
      await console.press(KeyPress(.down), KeyPress(.enter))
      try await console.waitForText("GPU 1 · Fake GPU of the tests 1", "n/a (not supported")
      await console.press(.character(" "))
      try await console.waitForText("FROZEN since")
      await console.press(.character("n"), KeyPress(.tab), .character("?"))
      try await console.waitForText("GPU utilisation of GPU 1", "State: n/a, not supported")
      await console.press(KeyPress(.escape), KeyPress(.escape))
      try await console.waitForText("3 GPUs")
      try await console.close()
    }

    private func expectFigures(in sandbox: Sandbox) async throws {
      let console = try await ConsoleUnderTest(in: sandbox, size: Size(columns: 200, rows: 60))
      await console.press(.character("3"), .character("z"))
      try await console.waitForText(
        "Fake GPU of the tests 0", "Fake GPU of the tests 1", "40 %", "50 °C", "n/a")
      let rows = await console.rows()
      let second = try #require(rows.firstIndex { $0.contains("Fake GPU of the tests 1") })
      #expect(!rows[second...].contains { $0.contains(" 0 %") || $0.contains(" 0 W") })
      try await console.close()
    }
  }
}
