import TerminalCore
import Testing

@testable import Console

@Suite("The devices' places in the pane")
struct GPUGridTests {
  private static let zoomed = Rect(column: 2, row: 3, columns: 116, rows: 33)

  @Test(
    "gives every device the most there is room for",
    arguments: [
      (1, 116, 33, GPUGrid.Form.tall), (2, 116, 33, .tall), (8, 116, 33, .block),
      (16, 116, 33, .short), (64, 116, 33, .line), (8, 76, 17, .line), (1, 26, 14, .tall),
      (16, 196, 53, .block), (64, 196, 53, .line), (24, 196, 53, .short),
    ])
  func form(count: Int, columns: Int, rows: Int, form: GPUGrid.Form) {
    let area = Rect(column: 2, row: 3, columns: columns, rows: rows)
    let grid = GPUGrid(count: count, selected: 0, in: area)
    #expect(grid.form == form)
    #expect(grid.shown == 0..<count)
    #expect(grid.foot == nil)
    #expect(grid.places.allSatisfy { $0 == $0.intersection(area) && !$0.isEmpty })
  }

  @Test("puts eight in two columns of four, down and then across")
  func order() {
    let places = GPUGrid(count: 8, selected: 0, in: Self.zoomed).places
    #expect(Set(places.map(\.column)).count == 2)
    #expect(places[0].column == places[3].column && places[3].row > places[0].row)
    #expect(places[4].row == places[0].row && places[4].column > places[0].column)
  }

  @Test("shows the page of the device in front where not all fit, and keeps a line for the rest")
  func pages() {
    let area = Rect(column: 0, row: 0, columns: 76, rows: 17)
    let first = GPUGrid(count: 64, selected: 31, in: area)
    #expect(first.shown == 0..<32)
    #expect(first.foot?.row == 16)
    let last = GPUGrid(count: 64, selected: 60, in: area)
    #expect(last.shown == 32..<64)
    #expect(last.device(at: last.places[5].origin) == 37)
    #expect(last.device(at: Point(column: 0, row: 16)) == nil)
  }

  @Test("keeps room below lines for the graph of the one in front")
  func below() {
    let grid = GPUGrid(
      count: 8, selected: 0, in: Rect(column: 0, row: 0, columns: 26, rows: 15))
    #expect(grid.form == .line)
    #expect(grid.below.rows == 7)
  }

  @Test("stays within what there is, however little", arguments: 0...4)
  func little(rows: Int) {
    for count in [0, 1, 3, 64] {
      let area = Rect(column: 1, row: 1, columns: 10, rows: rows)
      let grid = GPUGrid(count: count, selected: count - 1, in: area)
      #expect(grid.places.count == grid.shown.count)
      #expect(grid.places.allSatisfy { $0 == $0.intersection(area) })
      if count > 0, rows > 0 { #expect(grid.shown.contains(count - 1)) }
    }
  }
}
