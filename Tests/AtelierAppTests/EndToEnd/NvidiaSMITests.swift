import Foundation
import TestSupport
import Testing

extension EndToEnd {
  /// The command that goes on asking belongs to the program that started it.
  @Suite(.serialized) struct NvidiaSMITests {
    private let fake: ScriptedNvidiaSMI

    init() throws {
      fake = try ScriptedNvidiaSMI((0..<2).map(ScriptedNvidiaSMI.healthy))
    }

    private var variables: [String: String] {
      ["ATELIER_NVML": "/nonexistent/lib.so", "PATH": "\(fake.folder):/usr/bin:/bin"]
    }

    @Test func figuresAreToldWithoutNVML() async throws {
      let outcome = try await Sandbox(variables: variables).atelier("gpu")
      #expect(outcome.status == 0)
      #expect(outcome.output.contains("GPU figures from nvidia-smi, driver 580.82.07"))
      #expect(outcome.output.contains("because NVML does not serve"))
      #expect(outcome.output.contains("Fake GPU of the tests 1"))
    }

    @Test(arguments: [SIGKILL, SIGTERM]) func nothingLivesOn(signal: Int32) async throws {
      let sandbox = try Sandbox(variables: variables)
      let output = Pipe()
      let process = Process()
      process.executableURL = URL(filePath: try BuiltProduct.path("atelier"))
      process.arguments = ["gpu", "--watch", "1"]
      process.environment = sandbox.environment.merging(variables) { $1 }
      process.standardOutput = output
      try process.run()
      // The program, the guard and the command.
      try await sandbox.marked.waitUntilAlive(3)
      kill(process.processIdentifier, signal)
      try await sandbox.marked.waitUntilGone()
    }
  }
}
