import TerminalCore
import Testing

@testable import ProcessRunner

@Suite("Searching what a terminal keeps")
struct TextSearchTests {
  private let emulator = Emulator(size: Size(columns: 10, rows: 3), scrollbackLimit: 5)

  private func feed(_ text: String) {
    var text = text
    text.withUTF8 { emulator.feed(UnsafeRawBufferPointer($0)) }
  }

  private func find(
    _ text: String, sensitive: Bool = true, from place: TerminalPlace? = nil,
    backwards: Bool = false
  ) -> TerminalMatch? {
    TextSearch(text, isCaseSensitive: sensitive)?
      .find(in: emulator.shownLines, from: place, backwards: backwards)
  }

  @Test("matches are found onwards and backwards, around the end, with their number")
  func directions() {
    feed("one\r\ntwo one\r\nthree\r\nonce one")
    let all = [(0, 0..<3), (1, 4..<7), (3, 5..<8)].enumerated().map { index, match in
      TerminalMatch(line: match.0, columns: match.1, ordinal: index + 1, total: 3)
    }
    #expect(find("one") == all[0])
    #expect(find("one", backwards: true) == all[2])
    #expect(find("one", from: TerminalPlace(line: 0, column: 1)) == all[1])
    #expect(find("one", from: TerminalPlace(line: 1, column: 4)) == all[1])
    #expect(find("one", from: TerminalPlace(line: 3, column: 6)) == all[0])
    #expect(find("one", from: TerminalPlace(line: 1, column: 4), backwards: true) == all[0])
    #expect(find("one", from: TerminalPlace(line: 0, column: 0), backwards: true) == all[2])
    #expect(find("four") == nil)
    #expect(find("") == nil)
  }

  @Test("numbers of lines stay while older lines are forgotten")
  func numbers() {
    feed((0..<20).map { "line \($0)" }.joined(separator: "\r\n"))
    #expect(find("line 15")?.line == 15)
    #expect(emulator.shownLines.first == 12)
    #expect(find("line 11") == nil)
    let shown = emulator.snapshot(showing: 13)
    #expect(shown.buffer.textOfRow(1).hasPrefix("line 13"))
    #expect(shown.scrollOffset == 5)
    #expect(emulator.snapshot(showing: 1000).scrollOffset == 0)
  }

  @Test("small and capital letters are one where that is asked for")
  func sensitivity() {
    feed("Loss ÄRGER\r\nloss")
    #expect(find("loss")?.line == 1)
    #expect(find("LOSS", sensitive: false)?.total == 2)
    #expect(find("ärger", sensitive: false)?.columns == 5..<10)
    #expect(find("ärger") == nil)
  }

  @Test("a text is found across the end of a row that it has filled")
  func wrapped() {
    feed("12345678needle\r\n12345678\r\nneedle")
    #expect(find("needle")?.line == 0)
    #expect(find("needle")?.columns == 8..<10)
    #expect(find("needle")?.total == 2)
    #expect(find("78needle", from: TerminalPlace(line: 1, column: 0))?.line == 0)
  }

  @Test("columns are the screen's where characters are wide or of several scalars")
  func columns() {
    feed("中文e\u{301} x中\r\n")
    #expect(find("x")?.columns == 6..<7)
    #expect(find("文")?.columns == 2..<3)
    #expect(find("x中")?.columns == 6..<8)
  }

  @Test("on the alternate screen only its own lines are found")
  func alternate() {
    feed("below\r\n\n\n\n\u{1B}[?1049h\u{1B}[Habove")
    #expect(find("below") == nil)
    #expect(find("above")?.line == emulator.shownLines.first)
    feed("\u{1B}[?1049l")
    #expect(find("below")?.line == 0)
    #expect(find("above") == nil)
  }
}
