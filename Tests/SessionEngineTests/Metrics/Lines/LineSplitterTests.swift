import Testing

@testable import SessionEngine

@Suite struct LineSplitterTests {
  /// Whole lines as they are, overwritten ones with a `<` before them.
  private func lines(_ chunks: [String]) -> [String] {
    lines(chunks.map { Array($0.utf8) })
  }

  private func lines(_ chunks: [[UInt8]]) -> [String] {
    var splitter = LineSplitter()
    var lines: [String] = []
    func take(_ line: UnsafeBufferPointer<UInt8>, _ ending: LineEnding) {
      lines.append((ending == .overwritten ? "<" : "") + String(decoding: line, as: UTF8.self))
    }
    for chunk in chunks { chunk.withUnsafeBytes { splitter.feed($0, take) } }
    splitter.finish(take)
    return lines
  }

  static let cases: [(String, [String])] = [
    ("one\ntwo\n", ["one", "two"]),
    ("one\r\ntwo\r\nthree", ["one", "two", "three"]),
    ("10 %\r50 %\r100 %\n", ["<10 %", "<50 %", "100 %"]),
    ("10 %\r\r\n20 %\n", ["10 %", "20 %"]),
    ("\r10 %\r20 %\r\n", ["<10 %", "20 %"]),
    ("10 %\u{08}\u{08}\u{08}\u{08}20 %\n", ["<10 %", "20 %"]),
    ("bar\u{08}\u{08}\u{08}\rnext\n", ["<bar", "next"]),
    ("wait /\u{08}-\u{08}|\n", ["wait |"]),
    ("end\u{08}\n\u{08}x\n", ["end", "x"]),
    ("\u{1B}[31mred\u{1B}[0m\n", ["red"]),
    ("one\u{1B}[1A\u{1B}[2Ktwo\u{1B}[1Gthree\n", ["<one", "<two", "three"]),
    ("a\u{1B}[3Cb\n", ["a b"]),
    ("\u{1B}]0;title\u{07}a\u{1B}]8;;x\u{1B}\\b\n", ["ab"]),
    ("\u{1B}\u{1B}[1mtwice\n", ["twice"]),
    ("\u{1B}[3\nbroken off\u{18}\n", ["", "roken off"]),
    ("\u{1B}]0;no end\u{1B}[1m\nnext\n", ["", "next"]),
    ("中é\u{08}e\ta\u{07}b\n", ["中e\tab"]),
    ("\n\n", ["", ""]),
    ("", []),
  ]

  @Test(arguments: cases)
  func cutsLinesAndTakesOutEscapeSequences(text: String, expected: [String]) {
    #expect(lines([text]) == expected)
  }

  @Test func theLinesAreTheSameWhereverTheBytesAreCut() {
    let bytes = Array(Self.cases.map(\.0).joined(separator: "\n").utf8)
    let whole = lines([bytes])
    for place in bytes.indices {
      #expect(lines([Array(bytes[..<place]), Array(bytes[place...])]) == whole)
    }
    #expect(lines(bytes.map { [$0] }) == whole)
  }

  @Test func keepsABoundedPieceOfAnEndlessLine() {
    let endless = String(repeating: "x", count: LineSplitter.longestLine * 3)
    #expect(lines([endless, endless, "\nnext\n"]).map(\.count) == [LineSplitter.longestLine, 4])
  }
}
