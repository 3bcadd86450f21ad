import TerminalCore
import Testing
import TextEditing

@testable import Console

@Suite struct EditorPaneDrawingTests {
  private let text = """
    import torch
    def train(epochs: int):
    \tfor epoch in range(epochs):  # 訓練 👩‍💻
            print(f"epoch={epoch} a long line that goes on beyond the right edge of the pane")
    \u{1B}[31m\u{7}\u{200B}\u{202E}end
    """

  private func pane(columns: Int, rows: Int) -> EditorPane {
    var pane = EditorPane(path: "/w/train.py", text: text)
    pane.resize(to: Size(columns: columns, rows: rows))
    return pane
  }

  @Test func small() {
    var pane = pane(columns: 22, rows: 4)
    pane.press("x")
    let picture = pane.picture(columns: 22, rows: 4)
    #expect(
      picture.text == """
        ximport torch
        def train(epochs: int›
            for epoch in rang›
        train.py ● modified ·…
        """)
    #expect(picture.cursor == Point(column: 1, row: 0))
  }

  @Test func middle() {
    let picture = pane(columns: 50, rows: 8).picture(columns: 50, rows: 8)
    #expect(
      picture.text == """
          1 import torch
          2 def train(epochs: int):
          3     for epoch in range(epochs):  # 訓練 👩‍💻
          4         print(f"epoch={epoch} a long line tha›
          5 ^[[31m^G<200b><202e>end


        train.py · Ln 1, Col 1 · Python · LF
        """)
    #expect(picture.cursor == Point(column: 4, row: 0))
  }

  @Test func wide() {
    var pane = pane(columns: 100, rows: 7)
    pane.press("<C-f>epoch<Enter>")
    let picture = pane.picture(columns: 100, rows: 7)
    #expect(
      picture.text == """
          1 import torch
          2 def train(epochs: int):
          3     for epoch in range(epochs):  # 訓練 👩‍💻
          4         print(f"epoch={epoch} a long line that goes on beyond the right edge of the pane")
          5 ^[[31m^G<200b><202e>end

        Find: epoch  Enter next · Alt-Enter previous · Esc ends
        """)
    #expect(picture.cursor == Point(column: 11, row: 6))
  }

  @Test func aLongLineIsFollowedSideways() {
    var pane = pane(columns: 40, rows: 8)
    pane.press("<C-g>4<Enter><End>")
    let picture = pane.picture(columns: 40, rows: 8)
    #expect(
      picture.text == """
          1 ‹
          2 ‹
          3 ‹
          4 ‹ right edge of the pane")
          5 ‹


        train.py · Ln 4, Col 91 · Python · LF
        """)
    #expect(picture.cursor == Point(column: 30, row: 3))
  }

  @Test func unfocusedThereIsNoCursor() {
    #expect(pane(columns: 50, rows: 8).picture(columns: 50, rows: 8, focused: false).cursor == nil)
  }

  @Test func stylesFollowSyntaxSelectionAndSearch() {
    var pane = EditorPane(path: "a.py", text: "def f\nx = 1 # c\n")
    pane.press("<S-Right><S-Right>")
    var buffer = CellBuffer(size: Size(columns: 30, rows: 4))
    _ = pane.draw(into: &buffer, area: buffer.bounds, theme: .monochrome, focused: true)
    let theme = Theme.monochrome
    #expect(buffer[4, 0].style == theme[.selection])
    #expect(buffer[6, 0].style.attributes == theme[.syntaxKeyword].attributes)
    #expect(buffer[10, 1].style.attributes == theme[.syntaxComment].attributes)
    pane.press("<Esc><C-f>x")
    pane.press("<Backspace>c")
    _ = pane.draw(into: &buffer, area: buffer.bounds, theme: .monochrome, focused: true)
    #expect(buffer[12, 1].style == theme[.selection])
  }

  @Test func nothingUnprintableReachesTheCells() {
    let scalars = (0...0x2FF).compactMap(UnicodeScalar.init) + ["\u{200B}", "\u{2028}", "\u{202E}"]
    let text = String(String.UnicodeScalarView(scalars.filter { $0 != "\n" }))
    var pane = EditorPane(path: "a.txt", text: text)
    pane.resize(to: Size(columns: 1_500, rows: 4))
    var buffer = CellBuffer(size: Size(columns: 1_500, rows: 4))
    _ = pane.draw(into: &buffer, area: buffer.bounds, theme: .monochrome, focused: true)
    for cell in buffer.cells where cell.width > 0 {
      #expect(TextWidth.columns(of: cell.character) == Int(cell.width))
      #expect(cell.character.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F })
    }
    #expect(buffer.textOfRow(0).contains("^?"))
    #expect(buffer.textOfRow(0).contains("<85>"))
  }

  @Test func anySizeCanBeDrawn() {
    for columns in 0...30 {
      for rows in 0...6 {
        var pane = pane(columns: columns, rows: rows)
        pane.press("<C-g>4<Enter><End><C-f>e")
        let size = Size(columns: columns, rows: rows)
        var buffer = CellBuffer(size: size)
        let cursor = pane.draw(
          into: &buffer, area: buffer.bounds, theme: .monochrome, focused: true)
        #expect(cursor.map { buffer.bounds.contains($0) } ?? true)
      }
    }
  }

  @Test func theStatusRowTellsWhatStandsInTheWay() {
    var pane = EditorPane(path: "a.py", text: "a\r\nb\n", readOnlyReason: "it is read-only")
    pane.isChangedOnDisk = true
    let status = pane.picture(columns: 70, rows: 4).text.split(separator: "\n").last
    #expect(status == "a.py ! changed on disk read-only · Ln 1, Col 1 · Python · mixed")
  }
}
