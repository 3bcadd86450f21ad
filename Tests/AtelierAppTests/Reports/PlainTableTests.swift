import Testing

@testable import AtelierApp

@Suite struct PlainTableTests {
  private let table = PlainTable(
    header: ["package", "size", "build"],
    rows: [["libtorch", "877 MB", "cuda129_mkl_h9562ed8_303"], ["six", "1 kB", "0"]],
    numbers: [1], cuts: [(2, 8), (0, 5)])

  @Test func columnsAreAlignedAndFiguresStandAtTheRight() {
    #expect(
      table.text() == """
        package     size  build
        libtorch  877 MB  cuda129_mkl_h9562ed8_303
        six         1 kB  0
        """)
  }

  @Test(arguments: 24..<44)
  func noLineIsLongerThanTheTerminal(columns: Int) {
    let lines = table.text(columns: columns).split(separator: "\n")
    #expect(lines.allSatisfy { $0.count <= columns })
    #expect(lines.last?.hasPrefix("six") == true)
  }

  @Test func escapeSequencesDoNotGetToTheTerminal() {
    let text = PlainTable(rows: [["six\u{1B}[31m", "\u{7}1"]]).text()
    #expect(text == "six[31m  1")
  }
}
