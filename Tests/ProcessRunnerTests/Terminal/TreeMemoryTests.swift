import Foundation
import ProcessRunner
import TestSupport
import Testing

@Suite("The memory of a whole tree", .timeLimit(.minutes(10)))
struct TreeMemoryTests {
  private static let megabyte = UInt64(1 << 20)

  /// Starts a tree that says `ready` when it holds what it will hold, lets the supervisor look at
  /// it, and returns the peak that is reported at its end.
  private func peak(of script: String) async throws -> UInt64 {
    let run = try await RunningTerminal("python3", ["-c", Self.hold + script])
    let program = try await run.started()
    let supervisor = try #require(parent(of: program))
    try await run.waitForScreen(containing: "ready")
    let before = readCalls(of: supervisor)
    // A look at these few processes takes less than thirty reads.
    try await waitUntil("the supervisor has looked more than once") {
      readCalls(of: supervisor) > before + 60
    }
    await run.terminal.write(Array("\n".utf8))
    return try #require(try await run.exit().peakMemoryBytes)
  }

  /// Takes megabytes so that at no moment more is held.
  private static let hold = """
    import os, signal, sys
    def hold(megabytes):
        held = bytearray(megabytes << 20)
        for place in range(0, len(held), 4096): held[place] = 1
        return held
    done, tell = os.pipe()
    def child(work):
        if os.fork() == 0:
            held = work()
            os.write(tell, b"x")
            signal.pause()
    def wait_for(count):
        for _ in range(count): os.read(done, 1)
        print("ready", flush=True)
        sys.stdin.readline()

    """

  private func parent(of process: Int32) -> Int32? {
    let text = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
    let line = text?.split(separator: "\n").first { $0.hasPrefix("PPid:") }
    return line?.split(separator: "\t").last.flatMap { Int32($0) }
  }

  private func readCalls(of process: Int32) -> Int {
    let text = try? String(contentsOfFile: "/proc/\(process)/io", encoding: .utf8)
    let line = text?.split(separator: "\n").first { $0.hasPrefix("syscr:") }
    return line?.split(separator: " ").last.flatMap { Int($0) } ?? 0
  }

  @Test("processes side by side count together")
  func addsUp() async throws {
    let peak = try await peak(
      of: "for _ in range(3): child(lambda: hold(100))\nwait_for(3)")
    #expect(peak > 300 * Self.megabyte, "\(peak)")
    #expect(peak < 400 * Self.megabyte, "\(peak)")
  }

  @Test("what forked workers share counts once")
  func countsSharedPagesOnce() async throws {
    let peak = try await peak(
      of: "held = hold(150)\nfor _ in range(4): child(lambda: 0)\nwait_for(4)")
    #expect(peak > 150 * Self.megabyte, "\(peak)")
    #expect(peak < 250 * Self.megabyte, "\(peak)")
  }

  @Test("a process in a session of its own is of the tree, too")
  func countsDaemons() async throws {
    let peak = try await peak(
      of: "child(lambda: (os.setsid(), hold(200)))\nheld = hold(100)\nwait_for(1)")
    #expect(peak > 300 * Self.megabyte, "\(peak)")
  }
}
