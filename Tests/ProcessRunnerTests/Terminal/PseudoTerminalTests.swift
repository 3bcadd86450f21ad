import Foundation
import ProcessRunner
import TerminalCore
import TestSupport
import Testing

@Suite("A program on a terminal of its own")
struct PseudoTerminalTests {
  @Test("shows what it writes, with colours and wide characters")
  func output() async throws {
    let run = try await RunningTerminal(
      script: "printf 'plain \\033[1;31mred\\033[0m 中文 e\\314\\201|\\n\\033[38;2;1;2;3mrgb'")
    let report = try await run.exit()
    #expect(report.outcome == .exited(0))
    #expect(await run.screen() == "plain red 中文 e\u{301}|\nrgb")
    let buffer = await run.terminal.snapshot().buffer
    #expect(buffer[6, 0].style == Style(foreground: .palette(1), attributes: .bold))
    #expect(buffer[10, 0].width == 2)
    #expect(buffer[11, 0].width == 0)
    #expect(buffer[0, 1].style.foreground == .rgb(red: 1, green: 2, blue: 3))
  }

  @Test("is told of another size")
  func resize() async throws {
    let run = try await RunningTerminal(
      script: "trap 'stty size; exit' WINCH; stty size; while :; do sleep 0.05; done")
    try await run.waitForScreen(containing: "6 40")
    await run.terminal.resize(Size(columns: 61, rows: 17))
    try await run.waitForScreen(containing: "17 61")
    #expect(await run.terminal.snapshot().buffer.size == Size(columns: 61, rows: 17))
    #expect(try await run.exit().outcome == .exited(0))
  }

  @Test("gets keys, and echoes them")
  func keys() async throws {
    let run = try await RunningTerminal(script: "read line; echo \"got: $line\"")
    for character in "héllo" { await run.terminal.send(.character(character)) }
    await run.terminal.send(KeyPress(.enter))
    _ = try await run.exit()
    #expect(await run.screen() == "héllo\ngot: héllo")
  }

  @Test("is interrupted by Ctrl-C and by interrupt")
  func interrupt() async throws {
    let run = try await RunningTerminal("sleep", ["1000"])
    try await waitUntil("it runs") {
      run.events.contains { if case .started = $0 { true } else { false } }
    }
    await run.terminal.send(.control("c"))
    #expect(try await run.exit().outcome == .signaled(SIGINT))
    let other = try await RunningTerminal("sleep", ["1000"])
    try await waitUntil("it runs") {
      other.events.contains { if case .started = $0 { true } else { false } }
    }
    await other.terminal.interrupt()
    #expect(try await other.exit().outcome == .signaled(SIGINT))
  }

  @Test("reports its exit code, its signal, its time and memory")
  func exitReports() async throws {
    let seven = try await RunningTerminal(script: "exit 7")
    #expect(try await seven.exit().outcome == .exited(7))
    let killed = try await RunningTerminal(script: "kill -9 $$")
    #expect(try await killed.exit().outcome == .signaled(SIGKILL))
    let busy = try await RunningTerminal(
      "python3", ["-c", "x = bytearray(200 << 20); sum(range(2_000_000))"])
    let report = try await busy.exit()
    #expect(try #require(report.peakMemoryBytes) > 200 << 20)
    #expect(try #require(report.cpuSeconds) > 0.01)
    #expect(report.seconds > 0.01)
  }
}
