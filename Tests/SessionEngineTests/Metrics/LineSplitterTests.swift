import SessionEngine
import Testing

@Suite struct LineSplitterTests {
  private func lines(_ chunks: [String]) -> [String] {
    var splitter = LineSplitter()
    var lines: [String] = []
    for chunk in chunks {
      Array(chunk.utf8).withUnsafeBytes { bytes in splitter.feed(bytes) { lines.append($0) } }
    }
    splitter.finish { lines.append($0) }
    return lines
  }

  @Test(arguments: [
    (["one\ntwo\n"], ["one", "two"]),
    (["on", "e\r\ntw", "o"], ["one", "two"]),
    (["10 %\r50 %\r100 %\n"], ["100 %"]),
    (["10 %\r", "5", "\t0\u{08} %\n"], ["5\t0 %"]),
    (["\u{1B}[31mred\u{1B}[0m\n"], ["red"]),
    (["\u{1B}]0;title\u{07}a\u{1B}]8;;x\u{1B}\\b\n"], ["ab"]),
    (["split \u{1B}", "[1", "mbold\n"], ["split bold"]),
    (["\u{1B}\u{1B}[1mtwice\n"], ["twice"]),
    (["\u{1B}[3\nbroken off\u{18}\n"], ["", "roken off"]),
    (["\u{1B}]0;no end\u{1B}[1m\nnext\n"], ["", "next"]),
    (["中", "\n"], ["中"]),
    (["\n\n"], ["", ""]),
    ([], []),
  ])
  func cutsLinesAndTakesOutEscapeSequences(chunks: [String], expected: [String]) {
    #expect(lines(chunks) == expected)
  }

  @Test func keepsABoundedPieceOfAnEndlessLine() {
    let endless = String(repeating: "x", count: LineSplitter.longestLine * 3)
    #expect(lines([endless, endless, "\nnext\n"]).map(\.count) == [LineSplitter.longestLine, 4])
  }
}
