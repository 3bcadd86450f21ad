import TerminalCore
import Testing

@testable import ProcessRunner

@Suite("The emulated screen")
struct EmulatorTests {
  private func emulator(
    _ columns: Int, _ rows: Int, _ text: String, scrollback: Int = 100
  ) -> Emulator {
    let emulator = Emulator(
      size: Size(columns: columns, rows: rows), scrollbackLimit: scrollback)
    feed(text, to: emulator)
    return emulator
  }

  private func feed(_ text: String, to emulator: Emulator) {
    var text = text
    text.withUTF8 { emulator.feed(UnsafeRawBufferPointer($0)) }
  }

  private func picture(_ emulator: Emulator, offset: Int = 0) -> String {
    emulator.snapshot(scrollOffset: offset).buffer.text
  }

  @Test("scroll regions, insertions and deletions move what they should")
  func editing() {
    let screen = emulator(4, 4, "a\r\nb\r\nc\r\nd\u{1B}[2;3r\u{1B}[3;1H\nX\u{1B}[r")
    #expect(picture(screen) == "a   \nc   \nX   \nd   ")
    feed("\u{1B}[2;1H\u{1B}[L", to: screen)
    #expect(picture(screen) == "a   \n    \nc   \nX   ")
    feed("\u{1B}[1;1Hwxyz\u{1B}[1;2H\u{1B}[2P", to: screen)
    #expect(picture(screen) == "wz  \n    \nc   \nX   ")
    feed("\u{1B}[1;1H\u{1B}[@-", to: screen)
    #expect(picture(screen) == "-wz \n    \nc   \nX   ")
    feed("\u{1B}[4;1H\u{1B}[2M\u{1B}[1;1H\u{1B}[M", to: screen)
    #expect(picture(screen) == "    \nc   \n    \n    ")
  }

  @Test("erasing leaves the background of the pen")
  func eraseColour() {
    let screen = emulator(4, 2, "abcd\u{1B}[1;3H\u{1B}[44m\u{1B}[K")
    let buffer = screen.snapshot(scrollOffset: 0).buffer
    #expect(buffer.text == "ab  \n    ")
    #expect(buffer[1, 0].style == .plain)
    #expect(buffer[2, 0].style.background == .palette(4))
    #expect(buffer[3, 0].style.background == .palette(4))
  }

  @Test("half a wide character never stays")
  func wideHalves() {
    #expect(picture(emulator(5, 1, "中文\rx")) == "x 文 ")
    #expect(picture(emulator(5, 1, "中文\u{1B}[1;2Hx")) == " x文 ")
  }

  @Test("a narrower screen keeps what it hides, and shows it when it is wide again")
  func widths() {
    let screen = emulator(8, 2, "abcdefgh")
    screen.resize(to: Size(columns: 3, rows: 2))
    #expect(picture(screen) == "abc\n   ")
    screen.resize(to: Size(columns: 8, rows: 2))
    #expect(picture(screen) == "abcdefgh\n        ")
  }

  @Test("a lower screen keeps the cursor's line, a higher one brings lines back")
  func heights() {
    let screen = emulator(2, 4, "1\r\n2\r\n3\r\n4")
    screen.resize(to: Size(columns: 2, rows: 2))
    #expect(picture(screen) == "3 \n4 ")
    #expect(screen.snapshot(scrollOffset: 0).cursor == Point(column: 1, row: 1))
    #expect(picture(screen, offset: 2) == "1 \n2 ")
    screen.resize(to: Size(columns: 2, rows: 4))
    #expect(picture(screen) == "1 \n2 \n3 \n4 ")
    #expect(screen.snapshot(scrollOffset: 0).cursor == Point(column: 1, row: 3))
  }

  @Test("what is written after a resize on the alternate screen is seen on the primary one")
  func alternateResize() {
    let screen = emulator(4, 4, "1\r\n2\r\n3\r\n4\u{1B}[?1049h")
    screen.resize(to: Size(columns: 4, rows: 2))
    feed("\u{1B}[?1049l5", to: screen)
    #expect(picture(screen) == "3   \n45  ")
  }

  @Test("a cursor saved before the screen became smaller is restored inside it")
  func restoreOutside() {
    let screen = emulator(6, 4, "\u{1B}[4;6H\u{1B}7\u{1B}[H")
    screen.resize(to: Size(columns: 3, rows: 2))
    feed("\u{1B}8x\r\ny", to: screen)
    #expect(picture(screen) == "  x\ny  ")
  }

  @Test("styles and wide characters survive the scrollback")
  func scrollbackStyles() {
    let screen = emulator(8, 1, "\u{1B}[1;35mab\u{1B}[0m中\u{1B}[48;5;200m \u{1B}[0m\r\nnext")
    let line = screen.snapshot(scrollOffset: 1).buffer
    #expect(line.text == "ab中    ")
    #expect(line[1, 0].style == Style(foreground: .palette(5), attributes: .bold))
    #expect(line[2, 0].width == 2)
    #expect(line[4, 0].style.background == .palette(200))
    #expect(line[5, 0].style == .plain)
  }

  @Test("C1 controls in UTF-8, also cut in two, do not move the cursor off the screen")
  func c1Controls() {
    let screen = emulator(4, 1, String(repeating: "\u{85}", count: 5000) + "\tab")
    feed("", to: screen)
    [UInt8]([0xC2]).withUnsafeBytes { screen.feed($0) }
    [UInt8]([0x9B, 0x63, 0xC2]).withUnsafeBytes { screen.feed($0) }
    [UInt8]([0xB5]).withUnsafeBytes { screen.feed($0) }
    #expect(screen.snapshot(scrollOffset: 0).buffer.textOfRow(0) == "bcµ ")
  }

  @Test("cells are as wide as the layout counts")
  func layoutWidths() {
    let screen = emulator(12, 1, "🪐 x❤\u{FE0F} y👩\u{200D}💻z")
    let row = screen.snapshot(scrollOffset: 0).buffer
    for column in 0..<12 where row[column, 0].width > 0 {
      let cell = row[column, 0]
      #expect(TextWidth.columns(of: cell.character) == Int(cell.width), "\(cell.character)")
    }
    let total = (0..<12).map { Int(row[$0, 0].width) }.reduce(0, +)
    #expect(total == 12)
  }

  @Test("any bytes, at any size, are survived")
  func noise() {
    var generator = SystemRandomNumberGenerator()
    let pieces: [[UInt8]] = [
      [0x1B, 0x5B], Array("\u{1B}[?1049h".utf8), Array("\u{1B}[?1049l".utf8), [0x1B, 0x37],
      [0x1B, 0x38], Array("\u{1B}[999;999H".utf8), Array("中\u{301}".utf8), [0xC2, 0x85],
      [9, 10, 13],
      Array("\u{1B}[2;5r".utf8), Array("\u{1B}[4h".utf8), Array("\u{1B}[?69h\u{1B}[2;3s".utf8),
      Array("\u{1B}[99L\u{1B}[99M\u{1B}[99@\u{1B}[99P\u{1B}[99X".utf8), Array("\u{1B}#3".utf8),
    ]
    let screen = emulator(20, 5, "")
    for _ in 0..<3000 {
      if Int.random(in: 0..<50, using: &generator) == 0 {
        screen.resize(
          to: Size(columns: .random(in: 0...30), rows: .random(in: 0...12)))
      }
      var bytes = pieces.randomElement(using: &generator) ?? []
      bytes += (0..<Int.random(in: 0...40)).map { _ in UInt8.random(in: 0...255) }
      bytes.withUnsafeBytes { screen.feed($0) }
    }
    let snapshot = screen.snapshot(scrollOffset: .max)
    #expect(snapshot.buffer.size == screen.size)
  }
}
