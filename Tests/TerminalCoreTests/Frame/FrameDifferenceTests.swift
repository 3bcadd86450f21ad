import TerminalCore
import Testing

@Suite struct FrameDifferenceTests {
  private func frame(_ lines: String...) -> CellBuffer {
    var frame = CellBuffer(size: Size(columns: 8, rows: lines.count))
    for (row, line) in lines.enumerated() {
      frame.write(line, column: 0, row: row, style: .plain)
    }
    return frame
  }

  private func described(_ runs: [CellRun]) -> [String] {
    runs.map { run in
      "\(run.row):\(run.column) "
        + run.cells.filter { $0.width > 0 }.map { String($0.character) }
        .joined()
    }
  }

  @Test func findsNothingBetweenEqualFrames() {
    #expect(FrameDifference.runs(from: frame("same", "中"), to: frame("same", "中")).isEmpty)
  }

  @Test func findsTheRunsOfEveryRow() {
    let runs = FrameDifference.runs(
      from: frame("abcdefgh", "untouched", "12345678"),
      to: frame("aXYdefZh", "untouched", "1234567_"))
    #expect(described(runs) == ["0:1 XY", "0:6 Z", "2:7 _"])
  }

  @Test func findsChangesOfStyle() {
    var next = frame("abc")
    next.restyle(Rect(column: 1, row: 0, columns: 1, rows: 1)) { $0.attributes = .bold }
    #expect(described(FrameDifference.runs(from: frame("abc"), to: next)) == ["0:1 b"])
  }

  @Test func writesAWideCharacterWhole() {
    var next = frame("a中b")
    // Only the right half differs.
    next[2, 0].style.attributes = .bold
    let runs = FrameDifference.runs(from: frame("a中b"), to: next)
    #expect(described(runs) == ["0:1 中"])
    #expect(runs.first?.cells.count == 2)
  }

  @Test func writesBothHalvesWhenAWideCharacterComesOrGoes() {
    #expect(described(FrameDifference.runs(from: frame("ab"), to: frame("中"))) == ["0:0 中"])
    #expect(described(FrameDifference.runs(from: frame("中"), to: frame("a"))) == ["0:0 a "])
  }

  @Test func writesEverythingAfterAChangeOfSize() {
    let runs = FrameDifference.runs(from: frame("one"), to: frame("one", "two"))
    #expect(described(runs) == ["0:0 one     ", "1:0 two     "])
    #expect(FrameDifference.runs(from: nil, to: frame("one")).count == 1)
  }
}
