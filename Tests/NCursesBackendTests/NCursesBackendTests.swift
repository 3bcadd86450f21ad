import Foundation
import TerminalCore
import Testing

@testable import NCursesBackend

/// ncurses has one screen for a process, so these run one after another.
@MainActor
@Suite(.serialized)
struct NCursesBackendTests {
  private func claim(
    _ terminal: PseudoTerminal, _ environment: [String: String] = ["TERM": "xterm-256color"]
  ) throws -> NCursesBackend {
    try NCursesBackend(
      input: terminal.replica, output: terminal.replica, environment: environment)
  }

  /// What has arrived when so many events have, or when nothing more comes.
  private func events(
    of backend: NCursesBackend, in terminal: PseudoTerminal, count: Int
  ) -> [TerminalEvent] {
    var all: [TerminalEvent] = []
    while all.count < count, terminal.waitForInput() {
      all += backend.pollEvents()
    }
    return all
  }

  @Test func takesTheTerminalAndGivesItBack() throws {
    let terminal = try PseudoTerminal(size: Size(columns: 40, rows: 10))
    let before = terminal.modes
    let backend = try claim(terminal)
    #expect(backend.size == Size(columns: 40, rows: 10))
    #expect(backend.colorDepth == .twoHundredFiftySix)
    #expect(terminal.modes.c_lflag & tcflag_t(ICANON | ECHO | ISIG) == 0)

    var frame = CellBuffer(size: backend.size)
    frame.write("Käse 中文", column: 2, row: 1, style: .plain)
    backend.present(frame, cursor: nil)
    let shown = terminal.drain()
    for sequence in ["\u{1B}[?1049h", "\u{1B}[?2004h", "\u{1B}[?1002h", "Käse", "中文"] {
      #expect(shown.contains(sequence))
    }

    backend.restore()
    backend.restore()
    let restored = terminal.drain()
    for sequence in ["\u{1B}[?1049l", "\u{1B}[?2004l", "\u{1B}[?1002l", "\u{1B}[?1000l"] {
      #expect(restored.components(separatedBy: sequence).count == 2)
    }
    #expect(terminal.modes.c_lflag == before.c_lflag)
    #expect(terminal.modes.c_iflag == before.c_iflag)
    #expect(backend.pollEvents().isEmpty)
  }

  @Test func readsKeysOfEveryKind() throws {
    let terminal = try PseudoTerminal(size: Size(columns: 40, rows: 10))
    let backend = try claim(terminal)
    defer { backend.restore() }
    terminal.type("aé中\r\t\u{7F}\u{03}\u{1B}x\u{1B}[Z\u{1B}OA\u{1B}[B\u{1B}[1;5C\u{1B}[1;2D")
    terminal.type("\u{1B}OP\u{1B}[24~\u{1B}[3~\u{1B}[5~\u{1B}[1;3F")
    let expected: [KeyPress] = [
      .character("a"), .character("é"), .character("中"), KeyPress(.enter), KeyPress(.tab),
      KeyPress(.backspace), .control("c"), .alt("x"), KeyPress(.tab, .shift), KeyPress(.up),
      KeyPress(.down), KeyPress(.right, .control), KeyPress(.left, .shift),
      KeyPress(.function(1)), KeyPress(.function(12)), KeyPress(.delete), KeyPress(.pageUp),
      KeyPress(.end, .alt),
    ]
    let events = self.events(of: backend, in: terminal, count: expected.count)
    #expect(events == expected.map { .key($0) })
  }

  @Test func readsALoneEscape() throws {
    let terminal = try PseudoTerminal(size: Size(columns: 40, rows: 10))
    let backend = try claim(terminal)
    defer { backend.restore() }
    terminal.type("\u{1B}")
    #expect(events(of: backend, in: terminal, count: 1) == [.key(KeyPress(.escape))])
  }

  @Test func readsModifiedArrowsWhereTheDatabaseHasNone() throws {
    let terminal = try PseudoTerminal(size: Size(columns: 40, rows: 10))
    let backend = try claim(terminal, ["TERM": "screen-256color"])
    defer { backend.restore() }
    terminal.type("\u{1B}[1;2A\u{1B}[1;6B")
    #expect(
      events(of: backend, in: terminal, count: 2) == [
        .key(KeyPress(.up, .shift)), .key(KeyPress(.down, [.control, .shift])),
      ])
  }

  @Test func readsAPasteAsOneEvent() throws {
    let terminal = try PseudoTerminal(size: Size(columns: 40, rows: 10))
    let backend = try claim(terminal)
    defer { backend.restore() }
    terminal.type("\u{1B}[200~one\rtwo\t中\u{0}\u{1}")
    terminal.type(bytes: [0xFF, 0x1B])
    terminal.type("\u{1B}[201~q")
    #expect(
      events(of: backend, in: terminal, count: 2) == [
        .paste("one\rtwo\t中\u{0}\u{1}\u{FFFD}\u{1B}"), .key(.character("q")),
      ])
  }

  @Test func readsTheMouse() throws {
    let terminal = try PseudoTerminal(size: Size(columns: 40, rows: 10))
    let backend = try claim(terminal)
    defer { backend.restore() }
    terminal.type("\u{1B}[<0;5;3M\u{1B}[<32;6;3M\u{1B}[<32;7;4M\u{1B}[<0;7;4m")
    terminal.type("\u{1B}[<64;1;1M\u{1B}[<65;1;1M\u{1B}[<16;2;2M\u{1B}[<16;2;2m")
    let expected = [
      MouseEvent(.press, at: Point(column: 4, row: 2)),
      MouseEvent(.drag, at: Point(column: 5, row: 2)),
      MouseEvent(.drag, at: Point(column: 6, row: 3)),
      MouseEvent(.release, at: Point(column: 6, row: 3)),
      MouseEvent(.scrollUp, at: .zero),
      MouseEvent(.scrollDown, at: .zero),
      MouseEvent(.press, at: Point(column: 1, row: 1), modifiers: .control),
      MouseEvent(.release, at: Point(column: 1, row: 1), modifiers: .control),
    ]
    #expect(events(of: backend, in: terminal, count: expected.count) == expected.map { .mouse($0) })
  }

  @Test func takesOverANewSizeAndWritesTheNextFrameWhole() throws {
    let terminal = try PseudoTerminal(size: Size(columns: 40, rows: 10))
    let backend = try claim(terminal)
    defer { backend.restore() }
    var frame = CellBuffer(size: backend.size)
    frame.write("steady", column: 0, row: 0, style: .plain)
    backend.present(frame, cursor: nil)
    terminal.drain()

    let larger = Size(columns: 100, rows: 30)
    terminal.resize(to: larger)
    #expect(backend.resized() == larger)
    #expect(backend.pollEvents() == [.resize(larger)])
    #expect(backend.pollEvents().isEmpty)
    frame = CellBuffer(size: larger)
    frame.write("steady", column: 0, row: 0, style: .plain)
    frame.write("far", column: 96, row: 29, style: .plain)
    backend.present(frame, cursor: Point(column: 3, row: 2))
    let shown = terminal.drain()
    #expect(shown.components(separatedBy: "steady").count == 3)
    #expect(shown.contains("far"))
  }

  @Test func writesOnlyWhatChanged() throws {
    let terminal = try PseudoTerminal(size: Size(columns: 40, rows: 10))
    let backend = try claim(terminal)
    defer { backend.restore() }
    var frame = CellBuffer(size: backend.size)
    frame.write("loss 0.50", column: 0, row: 0, style: .plain)
    frame.write("other row", column: 0, row: 5, style: .plain)
    backend.present(frame, cursor: nil)
    let before = terminal.drain().count
    frame.write("loss 0.49", column: 0, row: 0, style: .plain)
    backend.present(frame, cursor: nil)
    let update = terminal.drain().dropFirst(before)
    #expect(update.contains("49"))
    #expect(!update.contains("loss"))
    #expect(!update.contains("other"))
  }

  @Test(
    arguments: [
      ("xterm-256color", "", "38;5;203"), ("linux", "", "\u{1B}[31"), ("xterm-256color", "1", nil),
      ("vt100", "", nil),
    ] as [(String, String, String?)])
  func showsTheColoursTheTerminalHas(type: String, noColor: String, expected: String?) throws {
    let terminal = try PseudoTerminal(size: Size(columns: 40, rows: 10))
    let backend = try claim(terminal, ["TERM": type, "NO_COLOR": noColor])
    defer { backend.restore() }
    var frame = CellBuffer(size: backend.size)
    frame.write(
      "red", column: 0, row: 0,
      style: Style(foreground: .rgb(red: 255, green: 90, blue: 90), attributes: .bold))
    backend.present(frame, cursor: nil)
    let shown = terminal.drain()
    #expect(shown.contains("red"))
    if let expected {
      #expect(shown.contains(expected))
    } else {
      #expect(backend.colorDepth == .none)
      #expect(!shown.contains(/[\[;][34][0-9][;m]/))
    }
  }

  @Test func writesAChangeOfOneColourAlone() throws {
    let terminal = try PseudoTerminal(size: Size(columns: 40, rows: 10))
    let backend = try claim(terminal)
    defer { backend.restore() }
    let size = backend.size
    backend.present(CellBuffer(size: size), cursor: nil)
    terminal.drain()
    var frame = CellBuffer(size: size)
    for column in 0..<3 {
      frame.write(
        "\(column)", column: column, row: 0,
        style: Style(
          foreground: .palette(UInt8(100 + column)), background: .palette(200), attributes: .bold))
    }
    frame.write("end", column: 3, row: 0, style: .plain)
    backend.present(frame, cursor: nil)
    #expect(
      terminal.drain().contains(
        "\u{1B}[1m\u{1B}[38;5;100m\u{1B}[48;5;200m0\u{1B}[38;5;101m1\u{1B}[38;5;102m2"
          + "\u{1B}(B\u{1B}[mend"))
  }

  /// A character there would move the whole screen up on a terminal that wraps at once.
  @Test(arguments: [("xterm-256color", true), ("ansi", false)])
  func writesTheLastCellWhereThatScrollsNothing(type: String, expected: Bool) throws {
    let terminal = try PseudoTerminal(size: Size(columns: 40, rows: 10))
    let backend = try claim(terminal, ["TERM": type])
    defer { backend.restore() }
    var frame = CellBuffer(size: backend.size)
    frame.write("yz", column: 38, row: 9, style: .plain)
    backend.present(frame, cursor: nil)
    let shown = terminal.drain()
    #expect(shown.contains("y"))
    #expect(shown.contains("yz") == expected)
  }

  @Test(arguments: [
    ("no-such-terminal", TerminalError.typeUnknown("no-such-terminal")),
    ("dumb", .cannotAddressCursor("dumb")), ("", .typeMissing),
  ])
  func refusesATerminalItCannotUseWithoutWritingToIt(
    type: String, expected: TerminalError
  ) throws {
    let terminal = try PseudoTerminal(size: Size(columns: 40, rows: 10))
    #expect(throws: expected) { try claim(terminal, ["TERM": type]) }
    #expect(terminal.drain().isEmpty)
  }

  @Test func refusesAFile() throws {
    let file = open("/dev/null", O_RDWR)
    defer { close(file) }
    #expect(throws: TerminalError.notATerminal(stream: "Standard input")) {
      try NCursesBackend(input: file, output: file, environment: ["TERM": "xterm"])
    }
  }

  @Test func leavesTheSignalsToTheRuntime() throws {
    let terminal = try PseudoTerminal(size: Size(columns: 40, rows: 10))
    let backend = try claim(terminal)
    defer { backend.restore() }
    for signal in [SIGINT, SIGTERM, SIGHUP, SIGWINCH] {
      var action = sigaction()
      sigaction(signal, nil, &action)
      #expect(action.__sigaction_handler.sa_handler == nil)
    }
  }
}
