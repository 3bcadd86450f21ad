import Console
import Testing

@Suite struct GraphTests {
  private let values: [Double?] = [0, 25, 50, 75, 100, nil, nil, 100]

  @Test func lineGraphFillsTheAreaBelow() {
    #expect(
      picture(of: LineGraph(values, range: 0...100), columns: 4, rows: 2) == """
         ⣠⡇⢸
        ⣰⣿⡇⢸
        """)
  }

  @Test func lineGraphShowsPeaksAsDotsAboveWhatIsFilled() {
    let peaks: [Double?] = [0, 25, 100, 75, 100, nil, nil, 100]
    #expect(
      picture(of: LineGraph(values, range: 0...100, peaks: peaks), columns: 4, rows: 2)
        == """
         ⣡⡇⢸
        ⣰⣿⡇⢸
        """)
    #expect(
      picture(
        of: LineGraph(values, range: 0...100, peaks: peaks), columns: 8, rows: 3, glyphs: .ascii)
          == """
            '##  #
           ##::  :
          #::::  :
          """)
  }

  @Test func lineGraphIsDrawnInASCII() {
    #expect(
      picture(of: LineGraph(values, range: 0...100), columns: 8, rows: 3, glyphs: .ascii) == """
           ##  #
         ##::  :
        #::::  :
        """)
  }
}
