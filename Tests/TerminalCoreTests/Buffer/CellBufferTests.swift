import TerminalCore
import Testing

@Suite struct CellBufferTests {
  @Test func writesWideCharactersAsTwoCells() {
    var buffer = CellBuffer(size: Size(columns: 6, rows: 1))
    let end = buffer.write("a中é", column: 0, row: 0, style: .plain)
    #expect(end == 4)
    #expect(buffer.textOfRow(0) == "a中é  ")
    #expect(buffer[1, 0].width == 2)
    #expect(buffer[2, 0].width == 0)
  }

  @Test func neverShowsHalfOfAWideCharacter() {
    var buffer = CellBuffer(size: Size(columns: 3, rows: 1))
    buffer.write("ab中", column: 0, row: 0, style: .plain)
    #expect(buffer.textOfRow(0) == "ab ")

    buffer.write("中", column: 0, row: 0, style: .plain)
    buffer.write("x", column: 1, row: 0, style: .plain)
    #expect(buffer.textOfRow(0) == " x ")
  }

  @Test func clipsToARectangle() {
    var buffer = CellBuffer(size: Size(columns: 10, rows: 2))
    buffer.write(
      "0123456789", column: 0, row: 1, style: .plain,
      clip: Rect(column: 2, row: 1, columns: 3, rows: 1))
    #expect(buffer.text == "          \n  234     ")
  }

  @Test(arguments: [
    ("abcdef", 4, "abc…"), ("abc", 3, "abc"), ("中文字", 4, "中…"), ("abc", 0, ""), ("", 3, ""),
  ])
  func truncatesWithAnEllipsis(text: String, limit: Int, expected: String) {
    #expect(TextWidth.truncate(text, to: limit) == expected)
  }
}
