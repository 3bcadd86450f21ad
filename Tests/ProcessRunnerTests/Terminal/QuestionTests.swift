import ProcessRunner
import TerminalCore
import TestSupport
import Testing

@Suite("A program that asks", .timeLimit(.minutes(10)))
struct QuestionTests {
  @Test(
    "what waits for the keyboard is told with its line",
    arguments: [
      ("printf 'Proceed? [y/N] '; read answer", "Proceed? [y/N]"),
      ("echo 'Your name, please'; read answer", "Your name, please"),
      ("stty -echo; printf 'Password:'; read answer", "Password:"),
      ("read answer", ""),
      ("python3 -c 'input(\"Continue? \")' | cat", "Continue?"),
    ])
  func asks(script: String, line: String) async throws {
    let run = try await RunningTerminal(script: script)
    try await waitUntil("it asks", detail: run.screen) {
      await run.terminal.question() == TerminalQuestion(text: line)
    }
    await run.terminal.write(Array("y\n".utf8))
    _ = try await run.exit()
    #expect(await run.terminal.question() == nil)
  }

  @Test(
    "what is only silent asks nothing, whatever its line looks like",
    arguments: [
      "printf 'Epoch 1: '; sleep 600",
      "printf 'Loading data? '; sleep 600 < /dev/null",
      "printf 'waiting> '; sleep 600 | cat",
      "printf 'counting: '; while :; do :; done",
      // In the background nothing has the keyboard.
      "printf 'training: '; (read x) & sleep 600",
      // A pipe is not the keyboard.
      "printf 'reading: '; sleep 600 | read x",
    ])
  func silent(script: String) async throws {
    let run = try await RunningTerminal(script: script)
    try await waitUntil("it has written its line") { await !run.screen().isEmpty }
    for _ in 0..<40 {
      #expect(await run.terminal.question() == nil)
      await Task.yield()
    }
    await run.terminal.stop(grace: .milliseconds(50))
    _ = try await run.exit()
  }

  @Test("a program that takes single keys asks where its line is a question, and not full-screen")
  func singleKeys() async throws {
    let keys = "import sys, tty; tty.setraw(0); sys.stdin.buffer.raw.read(1)"
    let asks = try await RunningTerminal(
      "python3", ["-c", "print('Continue? ', end='', flush=True); " + keys])
    try await waitUntil("it asks", detail: asks.screen) {
      await asks.terminal.question() == TerminalQuestion(text: "Continue?")
    }
    let draws = try await RunningTerminal(
      "python3", ["-c", "print('\\x1b[?1049hmenu: ', end='', flush=True); " + keys])
    try await draws.waitForScreen(containing: "menu:")
    for _ in 0..<40 { #expect(await draws.terminal.question() == nil) }
    for run in [asks, draws] {
      await run.terminal.write(Array("y".utf8))
      _ = try await run.exit()
    }
  }
}
