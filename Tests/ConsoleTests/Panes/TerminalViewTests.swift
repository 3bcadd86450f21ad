import ProcessRunner
import TerminalCore
import Testing

@testable import Console

@Suite struct TerminalViewTests {
  @Test func aWideCharacterAtTheEdgeDoesNotSpillOverIt() {
    var screen = CellBuffer(size: Size(columns: 6, rows: 1))
    screen.write("abc中d", column: 0, row: 0, style: .plain)
    var buffer = CellBuffer(size: Size(columns: 6, rows: 1), filledWith: Cell("."))
    let snapshot = TerminalSnapshot(
      buffer: screen, cursor: nil, scrollbackLines: 0, scrollOffset: 0, isAlternateScreen: false)
    _ = TerminalView(screen: snapshot, follows: true).draw(
      into: &buffer, area: Rect(column: 0, row: 0, columns: 4, rows: 1), theme: .monochrome)
    #expect(buffer.textOfRow(0) == "abc ..")
  }
}
