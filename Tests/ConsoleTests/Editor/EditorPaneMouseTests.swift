import TerminalCore
import Testing
import TextEditing

@testable import Console

@Suite struct EditorPaneMouseTests {
  private let area = Rect(column: 10, row: 5, columns: 40, rows: 6)

  private func pane(_ text: String) -> EditorPane {
    var pane = EditorPane(path: "a.txt", text: text)
    pane.resize(to: area.size)
    return pane
  }

  private func point(_ column: Int, _ row: Int) -> Point {
    Point(column: area.column + 4 + column, row: area.row + row)
  }

  @Test func aClickPlacesTheCursor() {
    var pane = pane("abc\n中文\n\tx")
    _ = pane.handleMouse(MouseEvent(.press, at: point(1, 0)), in: area)
    #expect(pane.editor.cursor == Position(line: 0, column: 1))
    _ = pane.handleMouse(MouseEvent(.press, at: point(3, 1)), in: area)
    #expect(pane.editor.cursor == Position(line: 1, column: 1))
    _ = pane.handleMouse(MouseEvent(.press, at: point(4, 2)), in: area)
    #expect(pane.editor.cursor == Position(line: 2, column: 1))
    _ = pane.handleMouse(MouseEvent(.press, at: point(30, 3)), in: area)
    #expect(pane.editor.cursor == Position(line: 2, column: 2))
  }

  @Test func aDragSelectsUntilTheButtonIsLetGo() {
    var pane = pane("abc\ndef")
    _ = pane.handleMouse(MouseEvent(.press, at: point(1, 0)), in: area)
    _ = pane.handleMouse(MouseEvent(.drag, at: point(2, 1)), in: area)
    _ = pane.handleMouse(MouseEvent(.release, at: point(2, 1)), in: area)
    _ = pane.handleMouse(MouseEvent(.drag, at: point(0, 0)), in: area)
    #expect(pane.editor.selectedText == "bc\nde")
  }

  @Test func theWheelScrollsAndLeavesTheCursor() {
    var pane = pane((1...50).map(String.init).joined(separator: "\n"))
    _ = pane.handleMouse(MouseEvent(.scrollDown, at: point(0, 0)), in: area)
    #expect(pane.topLine == 3)
    #expect(pane.editor.cursor == .zero)
    #expect(pane.picture(columns: 40, rows: 6).cursor == nil)
    for _ in 0..<40 { _ = pane.handleMouse(MouseEvent(.scrollDown, at: point(0, 0)), in: area) }
    #expect(pane.topLine == 45)
    pane.press("<Right>")
    #expect(pane.topLine == 0)
  }
}
