import TerminalCore
import Testing

@testable import ProcessRunner

@Suite("Sequences that libvterm knows in part")
struct EmulatorSequencesTests {
  private func emulator(_ columns: Int, _ rows: Int, _ text: String) -> Emulator {
    let emulator = Emulator(size: Size(columns: columns, rows: rows), scrollbackLimit: 10)
    var text = text
    text.withUTF8 { emulator.feed(UnsafeRawBufferPointer($0)) }
    return emulator
  }

  private func picture(_ columns: Int, _ rows: Int, _ text: String) -> String {
    emulator(columns, rows, text).snapshot(scrollOffset: 0).buffer.text
  }

  @Test("a full reset leaves the alternate screen, the reversed screen, colours and the mouse")
  func fullReset() {
    let screen = emulator(3, 2, "\u{1B}[?1000h\u{1B}[?1049h\u{1B}[?5h\u{1B}[44mx\u{1B}c")
    let snapshot = screen.snapshot(scrollOffset: 0)
    #expect(!snapshot.isAlternateScreen)
    #expect(snapshot.buffer == CellBuffer(size: Size(columns: 3, rows: 2)))
    #expect(!screen.encode(MouseEvent(.press, at: Point(column: 0, row: 0))))
  }

  @Test("a soft reset ends region, origin and insertion, and keeps cells and cursor")
  func softReset() {
    let screen = emulator(3, 4, "\u{1B}[2;3r\u{1B}[?6h\u{1B}[4h\u{1B}[1mab\u{1B}[!pc")
    let buffer = screen.snapshot(scrollOffset: 0).buffer
    #expect(buffer.text == "   \nabc\n   \n   ")
    #expect(buffer[2, 1].style == .plain)
    #expect(
      picture(3, 4, "\u{1B}[2;3r\u{1B}[?6h\u{1B}[4hab\u{1B}[!p\u{1B}[Hcd\rX")
        == "Xd \nab \n   \n   ")
  }

  @Test("a saved cursor comes back with its character set, under both of its names")
  func saved() {
    #expect(picture(4, 1, "\u{1B}(0\u{1B}7\u{1B}(B\u{1B}8qq") == "──  ")
    #expect(picture(4, 1, "a\u{1B}[s\u{1B}(0q\u{1B}[uq") == "aq  ")
    #expect(picture(4, 1, "\u{1B})0\u{0E}\u{1B}7\u{0F}\u{1B}8q") == "─   ")
  }

  @Test("a saved cursor comes back with the origin mode, and no longer waits at a line's end")
  func savedModes() {
    // The judge is tmux 3.3a.
    #expect(
      picture(2, 5, "\u{1B}[3;5r\u{1B}[?6h\u{1B}7\u{1B}[?6l\u{1B}8\u{1B}[Hx")
        == "  \n  \nx \n  \n  ")
    #expect(
      picture(2, 3, "\u{1B}[2;3r\u{1B}7\u{1B}[?6h\u{1B}8\u{1B}[Hx") == "x \n  \n  ")
    #expect(picture(2, 2, "ab\u{1B}7\u{1B}[H\u{1B}8c") == "ac\n  ")
  }

  @Test(
    "a movement that moves nothing ends the waiting at a line's end",
    arguments: ["[2B", "[C", "[2;2H", "[2G", "[2d", "[2`"])
  func movementAtTheEdge(sequence: String) {
    #expect(picture(2, 2, "\u{1B}[2Hab\u{1B}\(sequence)c") == "  \nac")
  }

  @Test(
    "a line feed ends the waiting at a line's end on every line", arguments: ["\n", "\u{1B}D"])
  func lineFeedAtTheEdge(feed: String) {
    #expect(picture(2, 3, "ab\(feed)c") == "ab\n c\n  ")
    #expect(picture(2, 2, "\u{1B}[2Hab\(feed)c") == "ab\n c")
    #expect(picture(2, 3, "\u{1B}[1;2r\u{1B}[2Hab\(feed)c") == "ab\n c\n  ")
  }

  @Test("lines of a region at the top are kept, also where all of it is scrolled out")
  func regionScrolledOut() {
    let screen = emulator(2, 4, "a\r\nb\r\nc\u{1B}[1;2r\u{1B}[2S")
    #expect(screen.lines(in: 0..<10) == ["a", "b", "", "", "c"])
  }

  @Test("zeros before a number say nothing")
  func leadingZeros() {
    #expect(picture(4, 1, "\u{1B}[0000000001;0000000003Hx") == "  x ")
  }

  @Test("the alignment pattern is plain and leaves the cursor at its beginning")
  func alignment() {
    let buffer = emulator(2, 2, "\u{1B}[44m\u{1B}[2;2H\u{1B}#8x").snapshot(scrollOffset: 0).buffer
    #expect(buffer.text == "xE\nEE")
    #expect(buffer[1, 1].style == .plain)
    #expect(buffer[0, 0].style.background == .palette(4))
  }

  @Test("wide characters keep their halves together when cells are moved")
  func wideMoves() {
    #expect(picture(6, 1, "abc\r\u{1B}[4h中") == "中abc ")
    #expect(picture(6, 1, "中文\u{1B}[1;2H\u{1B}[P") == " 文   ")
    let cells = emulator(6, 1, "中文字\u{1B}[1;3H\u{1B}[P").snapshot(scrollOffset: 0).buffer
    #expect((0..<6).map { cells[$0, 0].width } == [2, 0, 1, 2, 0, 1])
  }

  @Test("DEC's signs for less, greater and equal are the upright ones")
  func signs() {
    #expect(picture(4, 1, "\u{1B}(0yz\u{1B}(B") == "≤≥  ")
  }

  @Test("the oldest name of the alternate screen is known")
  func alternate() {
    #expect(emulator(3, 1, "\u{1B}[?47h").snapshot(scrollOffset: 0).isAlternateScreen)
    #expect(!emulator(3, 1, "\u{1B}[?47h\u{1B}[?47l").snapshot(scrollOffset: 0).isAlternateScreen)
  }

  @Test("behind a full line nothing is erased, and a line feed takes back the wrap")
  func fullLine() {
    #expect(picture(3, 2, "abc\u{1B}[Kd") == "abc\nd  ")
    #expect(picture(3, 2, "abc\nd") == "abc\n  d")
  }
}
