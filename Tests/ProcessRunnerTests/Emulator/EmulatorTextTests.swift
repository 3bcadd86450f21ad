import TerminalCore
import Testing

@testable import ProcessRunner

@Suite("Text and its styles")
struct EmulatorTextTests {
  private func emulator(_ columns: Int, _ rows: Int, _ text: String) -> Emulator {
    let emulator = Emulator(size: Size(columns: columns, rows: rows), scrollbackLimit: 100)
    var text = text
    text.withUTF8 { emulator.feed(UnsafeRawBufferPointer($0)) }
    return emulator
  }

  private func style(_ rendition: String) -> Style {
    emulator(4, 1, "\u{1B}[\(rendition)mx").snapshot(scrollOffset: 0).buffer[0, 0].style
  }

  @Test(
    "every form of a colour is understood",
    arguments: [
      ("31", Color.palette(1)), ("97", .palette(15)), ("38;5;200", .palette(200)),
      ("38:5:200", .palette(200)), ("38;2;1;2;3", .rgb(red: 1, green: 2, blue: 3)),
      ("38:2:1:2:3", .rgb(red: 1, green: 2, blue: 3)),
      ("38:2::1:2:3", .rgb(red: 1, green: 2, blue: 3)), ("31;39", .terminalDefault),
      ("58;5;9;32", .palette(2)), ("38;5;999", .terminalDefault),
    ])
  func colours(rendition: String, color: Color) {
    #expect(style(rendition).foreground == color)
  }

  @Test("faint and concealed text, an underline's forms, and what takes them back")
  func attributes() {
    #expect(style("1;2;8").attributes == [.bold, .faint, .hidden])
    #expect(style("1;2;8;22;28").attributes == [])
    #expect(style("4:3").attributes == .underline)
    #expect(style("4;4:0").attributes == [])
    #expect(style("21").attributes == .underline)
    #expect(style("3;9;0").attributes == [])
  }

  @Test("a saved cursor brings its style back")
  func savedPen() {
    let screen = emulator(4, 1, "\u{1B}[2;35m\u{1B}7\u{1B}[0mab\u{1B}8x").snapshot(scrollOffset: 0)
    #expect(screen.buffer[0, 0].style == Style(foreground: .palette(5), attributes: .faint))
  }

  @Test("a mark belongs to the character before it, also at the edge and when it comes later")
  func combining() {
    let screen = emulator(3, 2, "abe")
    for byte in Array("\u{301}".utf8) { withUnsafeBytes(of: byte) { screen.feed($0) } }
    #expect(screen.snapshot(scrollOffset: 0).buffer.text == "abé\n   ")
  }

  @Test("a flood of marks on one character takes bounded memory and leaves one character")
  func marks() {
    let screen = emulator(4, 1, "e" + String(repeating: "\u{301}\u{302}", count: 50_000) + "x")
    let row = screen.snapshot(scrollOffset: 0).buffer
    #expect(row[0, 0].character.unicodeScalars.count == ClusterTable.longestCluster)
    #expect(row[1, 0].character == "x")
  }

  @Test("a sequence without an end takes bounded memory, and ends like any other")
  func endlessString() {
    let screen = emulator(4, 1, "\u{1B}]0;" + String(repeating: "t", count: 1_000_000))
    #expect(screen.sequence.bytes.count == SequenceCollector.longestString)
    var end = "\u{7}ab"
    end.withUTF8 { screen.feed(UnsafeRawBufferPointer($0)) }
    #expect(screen.snapshot(scrollOffset: 0).buffer.text == "ab  ")
    #expect(screen.state.pointee.title == "")
  }

  @Test("more parameters than libvterm has room for harm nothing")
  func parameters() {
    let many = String(repeating: "1;", count: 400)
    #expect(
      emulator(4, 1, "\u{1B}[\(many)Ha\u{1B}[\(many)3mb").snapshot(scrollOffset: 0).buffer.text
        == "ab  ")
  }

  @Test("a soft reset takes modes, margins, characters and style back and leaves the cursor")
  func softReset() {
    let set = "\u{1B}[1;2r\u{1B}[4h\u{1B}[?7l\u{1B}(0\u{1B}[1;31m"
    let screen = emulator(4, 3, "ab\r\ncd\(set)\u{1B}[2;2H\u{1B}[!pqx\ryz1234")
    #expect(screen.snapshot(scrollOffset: 0).buffer.text == "ab  \nyz12\n34  ")
    #expect(screen.snapshot(scrollOffset: 0).buffer[0, 1].style == .plain)
  }

  @Test("a character is repeated where the program asks for it")
  func repetition() {
    #expect(emulator(8, 1, "-\u{1B}[5b|").snapshot(scrollOffset: 0).buffer.text == "------| ")
  }

  @Test("lines of every kind come back from the scrollback as they were")
  func scrollback() {
    let lines = [
      "plain", "\u{1B}[2mfaint all\u{1B}[0m",
      "\u{1B}[38;5;9ma\u{1B}[48;2;1;2;3mb\u{1B}[0;7mc\u{1B}[0m d",
      "中é\u{1B}[1m文\u{1B}[0m", "",
    ]
    let before = emulator(12, 5, lines.joined(separator: "\r\n"))
    let after = emulator(12, 5, lines.joined(separator: "\r\n") + "\r\n\n\n\n\n")
    #expect(
      before.snapshot(scrollOffset: 0).buffer == after.snapshot(scrollOffset: 5).buffer)
  }
}
