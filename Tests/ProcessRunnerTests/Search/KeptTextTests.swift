import TerminalCore
import Testing

@testable import ProcessRunner

@Suite("The text a terminal keeps")
struct KeptTextTests {
  private func lines(_ text: String, columns: Int = 10, rows: Int = 3) -> Emulator {
    let emulator = Emulator(size: Size(columns: columns, rows: rows), scrollbackLimit: 100)
    var text = text
    text.withUTF8 { emulator.feed(UnsafeRawBufferPointer($0)) }
    return emulator
  }

  @Test("rows that only the width has made are one line, blanks at the end are none")
  func everything() {
    let screen = lines("0123456789abc  \r\n\u{1B}[1mx\u{1B}[5Cy\u{1B}[0m\r\n\r\n中文\r\nend\r\n")
    #expect(screen.keptLines.text == "0123456789abc\nx     y\n\n中文\nend")
  }

  @Test("a line that is broken by the program at the last column stays two lines")
  func fullLine() {
    #expect(lines("0123456789\r\nabc").keptLines.text == "0123456789\nabc")
  }

  @Test("a line that is written again is no continuation any more")
  func rewritten() {
    #expect(lines("0123456789abc\rxyz").keptLines.text == "0123456789\nxyz")
    #expect(lines("0123456789abc\u{1B}[2K\rxyz").keptLines.text == "0123456789\nxyz")
  }

  @Test("a piece is taken from its first column to before its last")
  func piece() {
    let kept = lines("one two\r\nthree\r\nfour five").keptLines
    let text = kept.text(
      from: TerminalPlace(line: 0, column: 4), to: TerminalPlace(line: 2, column: 4))
    #expect(text == "two\nthree\nfour")
    #expect(
      kept.text(from: TerminalPlace(line: 1, column: 1), to: TerminalPlace(line: 1, column: 3))
        == "hr")
    #expect(
      kept.text(from: TerminalPlace(line: 2, column: 0), to: TerminalPlace(line: 1, column: 0))
        == "")
  }

  @Test("an empty terminal has no text")
  func empty() {
    #expect(lines("").keptLines.text == "")
    #expect(lines("").keptLines.lastUsed == 0)
  }
}
