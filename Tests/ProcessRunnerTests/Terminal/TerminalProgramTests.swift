import Foundation
import ProcessRunner
import TerminalCore
import TestSupport
import Testing

@Suite("What programs ask of their terminal")
struct TerminalProgramTests {
  @Test("title, clipboard and hyperlinks change no cell; a cursor query is answered to the program")
  func queries() async throws {
    let run = try await RunningTerminal(
      script: """
        stty raw -echo
        printf 'a\\033]0;own title\\007\\033]52;c;aGVsbG8=\\007\\033]8;;http://x\\007b\\033]8;;\\007\\033[6n'
        reply=$(dd bs=1 count=6 2>/dev/null | od -An -c)
        stty sane
        echo "$reply"
        """)
    _ = try await run.exit()
    #expect(await run.screen() == "ab 033   [   1   ;   3   R")
    #expect(await run.terminal.title == "own title")
  }

  @Test("the alternate screen leaves the primary one as it was")
  func alternateScreen() async throws {
    let run = try await RunningTerminal(
      script:
        "printf 'before\\033[?1049h\\033[2J\\033[Hinside'; read x; printf '\\033[?1049l after'")
    try await run.waitForScreen(containing: "inside")
    let inside = await run.terminal.snapshot()
    #expect(inside.isAlternateScreen)
    #expect(await !run.screen().contains("before"))
    await run.terminal.send(KeyPress(.enter))
    _ = try await run.exit()
    #expect(await run.screen() == "before after")
    #expect(await !run.terminal.snapshot().isAlternateScreen)
  }

  @Test("cursor keys follow the mode the program has set, pasted text is marked when asked for")
  func keyModes() async throws {
    let run = try await RunningTerminal(
      script: """
        stty raw -echo
        printf ready
        dd bs=1 count=3 2>/dev/null | od -An -c
        printf '\\033[?1h\\033[?2004happlication'
        dd bs=1 count=3 2>/dev/null | od -An -c
        dd bs=1 count=16 2>/dev/null | od -An -c
        """, size: Size(columns: 80, rows: 8))
    try await run.waitForScreen(containing: "ready")
    await run.terminal.send(KeyPress(.up))
    try await run.waitForScreen(containing: "application")
    #expect(await run.screen().contains("033   [   A"))
    await run.terminal.send(KeyPress(.up))
    try await run.waitForScreen(containing: "033   O   A")
    await run.terminal.paste("a\n\u{1B}[b")
    try await run.waitForScreen(containing: "033   [   2   0   0   ~   a  \\r   [   b")
    _ = try await run.exit()
  }

  @Test("lines that leave the screen can be scrolled to")
  func scrollback() async throws {
    let run = try await RunningTerminal(script: "seq 1 100", scrollbackLimit: 60)
    _ = try await run.exit()
    #expect(await run.screen() == "96\n97\n98\n99\n100")
    let back = await run.terminal.snapshot(scrollOffset: 10)
    #expect(back.buffer.textOfRow(0).hasPrefix("86 "))
    #expect(back.scrollbackLines == 60)
    #expect(back.totalScrolledLines == 95)
    #expect(back.cursor == nil)
    let oldest = await run.terminal.snapshot(scrollOffset: .max)
    #expect(oldest.buffer.textOfRow(0).hasPrefix("36 "))
    #expect(await run.terminal.lines(in: 63..<65) == ["99", "100"])
  }

  @Test("mouse events come only when asked for")
  func mouse() async throws {
    let run = try await RunningTerminal(
      script: """
        stty raw -echo; printf one; dd bs=1 count=1 2>/dev/null
        printf '\\033[?1000h\\033[?1006htwo'; dd bs=1 count=9 2>/dev/null | od -An -c
        """, size: Size(columns: 60, rows: 4))
    try await run.waitForScreen(containing: "one")
    let click = MouseEvent(.press, at: Point(column: 4, row: 2))
    #expect(await run.terminal.mouse(click) == false)
    await run.terminal.send(.character("x"))
    try await run.waitForScreen(containing: "two")
    #expect(await run.terminal.mouse(click))
    try await run.waitForScreen(containing: "033   [   <   0   ;   5   ;   3   M")
    _ = try await run.exit()
  }

  @Test("a program that never reads does not hold up the writer")
  func neverReads() async throws {
    let run = try await RunningTerminal(script: "stty raw -echo; echo ready; sleep 1000")
    try await run.waitForScreen(containing: "ready")
    let piece = [UInt8](repeating: 0x61, count: 1 << 20)
    var accepted = 0
    while await run.terminal.write(piece), accepted < 10 { accepted += 1 }
    #expect((3...5).contains(accepted))
    // The grace is for a machine that is busy: the first signal ends the program.
    await run.terminal.stop(grace: .seconds(20))
    #expect(try await run.exit().outcome == .signaled(SIGINT))
  }

  @Test("a flood without a line break stays within memory, and the terminal answers meanwhile")
  func flood() async throws {
    let before = residentBytes()
    let run = try await RunningTerminal(
      script: """
        stty -echo -icanon; head -c 1 < /dev/tty > /dev/null & key=$!
        while kill -0 $key 2> /dev/null; do head -c 5000000 /dev/zero | tr '\\0' x; done
        echo; echo end
        """, size: Size(columns: 80, rows: 24), scrollbackLimit: 10_000)
    try await run.waitForScreen(containing: "xxxx")
    await run.terminal.send(.character("q"))
    let report = try await run.exit()
    #expect(report.outcome == .exited(0))
    #expect(await run.screen().hasSuffix("x\nend"))
    #expect(await run.terminal.snapshot().scrollbackLines == 10_000)
    let changes = run.events.filter { $0 == .changed }.count
    #expect(changes < 1000, "a change is told once until it is looked at, came \(changes) times")
    #expect(residentBytes() - before < 150 << 20)
  }

  private func residentBytes() -> Int {
    let text = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8)) ?? ""
    return (Int(text.split(separator: " ").dropFirst().first ?? "") ?? 0) * 4096
  }
}
