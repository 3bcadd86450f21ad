import Console
import Testing

@Suite struct ListViewTests {
  private func list(_ count: Int, selected: Int?) -> ListView {
    ListView((0..<count).map { StyledLine("row \($0)") }, selected: selected, emptyText: "none")
  }

  @Test func pointsAtTheSelectedRow() {
    #expect(
      picture(of: list(2, selected: 1), columns: 10, rows: 3) == """
          row 0
        ▸ row 1

        """)
  }

  @Test func scrollsTheSelectedRowIntoViewAndSaysWhereItIs() {
    #expect(
      picture(of: list(9, selected: 8), columns: 10, rows: 3) == """
          row 6  │
          row 7  │
        ▸ row 8  ┃
        """)
  }

  @Test func saysThatItIsEmpty() {
    #expect(picture(of: list(0, selected: nil), columns: 10, rows: 1) == "none")
  }

  @Test(
    arguments: [(0, 5, 0), (7, 5, 5), (7, 0, 5), (9, 20, 7), (nil, 3, 3)] as [(Int?, Int, Int)])
  func movesAsLittleAsItMust(selected: Int?, from offset: Int, expected: Int) {
    #expect(ListView.offset(showing: selected, from: offset, count: 10, rows: 3) == expected)
  }
}
