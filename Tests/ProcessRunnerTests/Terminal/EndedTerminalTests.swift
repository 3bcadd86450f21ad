import Foundation
import ProcessRunner
import TerminalCore
import TestSupport
import Testing

@Suite("A terminal whose program has ended", .timeLimit(.minutes(10)))
struct EndedTerminalTests {
  /// Fresh processes: what they count is their own.
  @Test("keeps its screen, and no thread and no descriptor")
  func keepsNothingButItsScreen() async {
    await #expect(processExitsWith: .success) {
      func entries(_ folder: String) throws -> Int {
        try FileManager.default.contentsOfDirectory(atPath: "/proc/self/" + folder).count
      }
      func terminalThreads() throws -> Int {
        try FileManager.default.contentsOfDirectory(atPath: "/proc/self/task").filter { thread in
          let name = try? String(contentsOfFile: "/proc/self/task/\(thread)/comm", encoding: .utf8)
          return name == "terminal\n"
        }.count
      }
      let first = try await RunningTerminal(script: "echo first")
      _ = try await first.exit()
      let before = try entries("fd")
      var kept: [RunningTerminal] = []
      for number in 1...20 {
        let run = try await RunningTerminal(script: "echo number \(number)")
        _ = try await run.exit()
        kept.append(run)
      }
      try await waitUntil("no thread is left") { try terminalThreads() == 0 }
      try await waitUntil("no descriptor is left") { try entries("fd") <= before }
      for (index, run) in kept.enumerated() {
        let screen = await run.screen()
        precondition(screen == "number \(index + 1)", screen)
        await run.terminal.resize(Size(columns: 20, rows: 3))
        let isTaken = await run.terminal.write([0x61])
        precondition(!isTaken, "an ended program took a key")
      }
    }
  }
}
