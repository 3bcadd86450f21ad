import Glibc
import TerminalCore
import TestSupport
import Testing

extension EndToEnd {
  @Suite(.serialized) struct ConsoleClosingTests {
    private func open(_ sandbox: Sandbox) async throws -> ConsoleUnderTest {
      let console = try await ConsoleUnderTest(in: sandbox, arguments: ["--start", "now"])
      try await console.waitForText("Reproducible")
      return console
    }

    @Test func quittingRestoresTheTerminal() async throws {
      let console = try await open(Sandbox())
      await console.press(.character("q"))
      #expect(try await console.exitStatus() == 0)
      try await console.expectRestoredTerminal()
      try await console.close()
    }

    @Test(arguments: [SIGTERM, SIGHUP, SIGINT])
    func aSignalEndsItAndRestoresTheTerminal(_ number: Int32) async throws {
      let console = try await open(Sandbox())
      try await console.send(signal: number)
      #expect(try await console.exitStatus() == 128 + number)
      try await console.expectRestoredTerminal()
      try await console.close()
    }

    @Test(arguments: [SIGSEGV, SIGILL, SIGABRT])
    func aCrashRestoresTheTerminalAndStaysACrash(_ number: Int32) async throws {
      let console = try await open(Sandbox())
      try await console.send(signal: number)
      #expect(try await console.exitStatus() == 128 + number)
      try await console.expectRestoredTerminal()
      try await console.close()
    }

    @Test func aTerminalThatGoesAwayEndsIt() async throws {
      let sandbox = try Sandbox()
      let console = try await open(sandbox)
      let process = try await console.process()
      try await console.close()
      try await waitUntil("the console is gone") { kill(process, 0) != 0 }
      try await sandbox.marked.waitUntilGone()
    }
  }
}
