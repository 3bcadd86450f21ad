import Foundation
import ProcessRunner
import TerminalCore
import TestSupport
import Testing

@Suite("Keys, mouse and pastes reach programs that ask for them")
struct InteractiveProgramTests {
  private static func has(_ program: String) -> Bool {
    (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":")
      .contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(program)") }
  }

  private static let size = Size(columns: 60, rows: 12)

  /// Starts a program on an alternate screen of its own that scrolls and moves.
  private func pager(_ options: String...) async throws -> RunningTerminal {
    try await RunningTerminal(
      script: """
        seq -f 'line %03g' 1 200 > "$FILE"
        exec less \(options.joined(separator: " ")) "$FILE"
        """,
      environment: [
        "TERM": "xterm-256color", "LESSHISTFILE": "-", "LESS": "",
        "FILE": NSTemporaryDirectory() + "/atelier-lines-\(UUID().uuidString)",
      ], size: Self.size)
  }

  @Test("less scrolls by the wheel, by SGR mouse reports", .enabled(if: has("less")))
  func wheel() async throws {
    let run = try await pager("--mouse", "--wheel-lines=5")
    try await run.waitForScreen(containing: "line 001")
    #expect(await run.terminal.mouse(MouseEvent(.scrollDown, at: Point(column: 3, row: 3))))
    try await waitUntil("five lines have gone", detail: run.screen) {
      await run.screen().hasPrefix("line 006\n")
    }
    #expect(await run.terminal.snapshot().isAlternateScreen)
    await run.terminal.send(.character("q"))
    _ = try await run.exit()
    #expect(await !run.screen().contains("line 006"))
  }

  @Test("less moves by cursor keys in application mode", .enabled(if: has("less")))
  func cursorKeys() async throws {
    let run = try await pager()
    try await run.waitForScreen(containing: "line 001")
    await run.terminal.send(KeyPress(.down))
    await run.terminal.send(KeyPress(.pageDown))
    try await run.waitForScreen(containing: "line 013")
    #expect(await !run.screen().contains("line 012"))
    await run.terminal.send(.character("q"))
    _ = try await run.exit()
  }

  @Test("what is pasted into bash is not run before Enter", .enabled(if: has("bash")))
  func paste() async throws {
    let run = try await RunningTerminal(
      "bash", ["--norc", "--noprofile", "-i"],
      environment: ["TERM": "xterm-256color", "PS1": "ready> ", "HISTFILE": "/dev/null"],
      size: Self.size)
    try await run.waitForScreen(containing: "ready>")
    await run.terminal.paste("echo $((40 + 2))\necho $((50 + 5))\n")
    try await run.waitForScreen(containing: "50 + 5")
    await run.terminal.send(.character("x"))
    try await run.waitForScreen(containing: "\nx")
    #expect(await !run.screen().contains("\n42"))
    await run.terminal.send(KeyPress(.backspace))
    await run.terminal.send(KeyPress(.enter))
    try await run.waitForScreen(containing: "42\n55")
    await run.terminal.write(Array("exit\r".utf8))
    _ = try await run.exit()
  }

  /// What is reported for a press, a drag, a release and a turn of the wheel.
  @Test(
    "every mouse mode reports what it should",
    arguments: [
      (1000, "[<0;3;2M|[<0;5;3m|[<64;5;3M|"), (1002, "[<0;3;2M|[<32;5;3M|[<0;5;3m|[<64;5;3M|"),
      (1003, "[<35;3;2M|[<0;3;2M|[<32;5;3M|[<0;5;3m|[<64;5;3M|"),
    ])
  func mouseModes(mode: Int, reports: String) async throws {
    let expected = reports.split(separator: "|").map { "=\($0)" }.joined()
    let run = try await RunningTerminal(
      script: """
        stty raw -echo; printf '\\033[?\(mode)h\\033[?1006hready'
        head -c \(expected.utf8.count + 1) | tr '\\033' '='
        """, size: Self.size)
    try await run.waitForScreen(containing: "ready")
    for event in [
      MouseEvent(.press, at: Point(column: 2, row: 1)),
      MouseEvent(.drag, at: Point(column: 4, row: 2)),
      MouseEvent(.release, at: Point(column: 4, row: 2)),
      MouseEvent(.scrollUp, at: Point(column: 4, row: 2)),
    ] { _ = await run.terminal.mouse(event) }
    await run.terminal.send(.character("q"))
    _ = try await run.exit()
    let shown = await run.screen()
    #expect(shown == "ready\(expected)q")
  }

  @Test(
    "vim draws the box it is told, and leaves the screen as it was", .enabled(if: has("vim.tiny")))
  func editor() async throws {
    let run = try await RunningTerminal(
      script: "echo before; vim.tiny -u NONE -i NONE -c 'set nocompatible'; echo after",
      environment: ["TERM": "xterm-256color"], size: Self.size)
    try await run.waitForScreen(containing: "~")
    await run.terminal.write(Array("iétoile 中文\u{1B}".utf8))
    try await run.waitForScreen(containing: "étoile 中文")
    #expect(await run.terminal.snapshot().isAlternateScreen)
    await run.terminal.write(Array(":q!\r".utf8))
    _ = try await run.exit()
    #expect(await run.screen() == "before\nafter")
  }

  @Test("a nested tmux selects the pane that is clicked", .enabled(if: has("tmux")))
  func nestedMultiplexer() async throws {
    let socket = NSTemporaryDirectory() + "/atelier-tmux-\(UUID().uuidString)"
    let run = try await RunningTerminal(
      "tmux",
      [
        "-S", socket, "-f", "/dev/null", "new-session", "sh", ";", "set", "-g", "mouse", "on", ";",
        "set", "-g", "status-right", "pane #{pane_index}", ";", "split-window", "-h", "sh",
      ], environment: ["TERM": "xterm-256color", "PS1": "$ ", "TMUX": ""], size: Self.size)
    try await run.waitForScreen(containing: "pane 1")
    #expect(await run.screen().contains("│"))
    let place = Point(column: 5, row: 4)
    #expect(await run.terminal.mouse(MouseEvent(.press, at: place)))
    #expect(await run.terminal.mouse(MouseEvent(.release, at: place)))
    try await run.waitForScreen(containing: "pane 0")
    await run.terminal.write(Array("tmux kill-server\r".utf8))
    _ = try await run.exit()
  }
}
