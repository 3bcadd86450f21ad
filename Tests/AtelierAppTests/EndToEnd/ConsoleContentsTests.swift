import Foundation
import TerminalCore
import TestSupport
import Testing

extension EndToEnd {
  /// What is inside environments before anything is installed, seen in the real console.
  @Suite(.serialized) struct ConsoleContentsTests {
    private func close(_ console: ConsoleUnderTest) async throws {
      await console.press(.escape)
      try await console.waitForNoText("Inside ")
      await console.press(.character("q"))
      #expect(try await console.exitStatus() == 0)
      try await console.close()
    }

    @Test(arguments: [Size(columns: 120, rows: 40), Size(columns: 80, rows: 24)])
    func twoCUDAsStandOnOneScreen(_ size: Size) async throws {
      let sandbox = try Sandbox(pixi: { try PixiDouble(in: $0, cuda: nil) })
      try sandbox.directory.write(
        FixtureFile.text("contents/six/pixi.lock"), to: "workspace/exercise-3/pixi.lock")
      let console = try await ConsoleUnderTest(
        in: sandbox, size: size, arguments: ["--start", "now"])
      try await console.open(.third)
      await console.press(.character("I"))
      try await console.waitForText("Inside gpu · exercise-3", "Read from your pixi.lock")
      await console.press(.character("d"))
      // The driver's and the GPUs' sentences, and why it cannot be one environment.
      try await console.waitForText(
        "CUDA 12.9", "CUDA 11.8", "525.60.13", "450.80.02", "compute capability",
        "cannot be one environment")
      await console.press(.escape)
      try await console.waitForText("Inside gpu · exercise-3")
      #expect(try sandbox.pixiCalls().allSatisfy { $0.command != "install" })
      try await close(console)
    }

    @Test func withoutALockOfOnesOwnItIsTheSolutions() async throws {
      let sandbox = try Sandbox(pixi: { try PixiDouble(in: $0, cuda: nil) })
      let console = try await ConsoleUnderTest(in: sandbox, arguments: ["--start", "now"])
      try await console.open(.third)
      // The starter brings a lock along; one that starts from nothing has none.
      try FileManager.default.removeItem(atPath: sandbox.workspace + "/exercise-3/pixi.lock")
      await console.press(.character("I"))
      try await console.waitForText("this is the one of its solution")
      try await close(console)
    }
  }
}
