import TerminalCore
import Testing

@Suite("Copying and comparing rows")
struct CellBufferCopyingTests {
  private func row(_ text: String, columns: Int, style: Style = .plain) -> CellBuffer {
    var buffer = CellBuffer(size: Size(columns: columns, rows: 1))
    buffer.write(text, column: 0, row: 0, style: style)
    return buffer
  }

  @Test(
    "a row is cut at the edges of both buffers",
    arguments: [
      (0, 3, "abc..."), (2, 6, "..abcd"), (4, 6, "....ab"), (-2, 6, "cdef.."), (6, 6, "......"),
      (-6, 6, "......"), (1, 0, "......"), (1, 99, ".abcde"),
    ])
  func clipping(column: Int, columns: Int, expected: String) {
    var buffer = CellBuffer(size: Size(columns: 6, rows: 1), filledWith: Cell("."))
    buffer.copyRow(
      0, of: row("abcdef", columns: 6), columns: columns, to: Point(column: column, row: 0),
      defaults: .plain)
    #expect(buffer.text == expected)
  }

  @Test(
    "rows outside of either buffer are left out", arguments: [(-1, 0), (1, 0), (0, -1), (0, 1)])
  func outside(row source: Int, target: Int) {
    var buffer = CellBuffer(size: Size(columns: 2, rows: 1), filledWith: Cell("."))
    buffer.copyRow(
      source, of: row("ab", columns: 2), columns: 2, to: Point(column: 0, row: target),
      defaults: .plain)
    #expect(buffer.text == "..")
  }

  @Test("the terminal's own colours become others, a program's own stay")
  func defaults() {
    let defaults = Style(foreground: .palette(7), background: .rgb(red: 1, green: 2, blue: 3))
    var source = row("a", columns: 3)
    source.write(
      "b", column: 1, row: 0, style: Style(foreground: .palette(1), attributes: .bold))
    source.write("c", column: 2, row: 0, style: Style(background: .palette(2)))
    var buffer = CellBuffer(size: Size(columns: 3, rows: 1))
    buffer.copyRow(0, of: source, columns: 3, to: Point(column: 0, row: 0), defaults: defaults)
    #expect(buffer[0, 0].style == defaults)
    #expect(
      buffer[1, 0].style
        == Style(
          foreground: .palette(1), background: defaults.background, attributes: .bold))
    #expect(buffer[2, 0].style == Style(foreground: .palette(7), background: .palette(2)))
  }

  @Test("frames are equal by what they show, not by how it came to be")
  func equality() {
    // The cluster is too long to stand in the character itself: its bytes lie elsewhere.
    let cluster = "e" + String(repeating: "\u{301}", count: 12)
    let one = row("中\(cluster)", columns: 4, style: Style(foreground: .palette(3)))
    let other = row(
      "中" + cluster.unicodeScalars.map(String.init).joined(), columns: 4,
      style: Style(foreground: .palette(3)))
    #expect(one == other)
    #expect(FrameDifference.runs(from: one, to: other).isEmpty)
    var changed = other
    changed[3, 0].style.attributes = .bold
    #expect(one != changed)
    #expect(
      CellBuffer(size: Size(columns: 2, rows: 1)) != CellBuffer(size: Size(columns: 1, rows: 2)))
    #expect(CellBuffer(size: .zero) == CellBuffer(size: .zero))
  }
}
