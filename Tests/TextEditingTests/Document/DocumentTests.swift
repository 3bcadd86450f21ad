import Testing

@testable import TextEditing

@Suite struct DocumentTests {
  @Test(arguments: [
    "", "\n", "a", "a\n", "a\r\nb\r\n", "a\nb\r\nc", "a\rb", "\r\n\r\n", "a\r\r\nb", "x\u{301}\n",
    "e\u{301}é\n", "\u{FEFF}a\n", "a\u{2028}b\n", "tab\there\n\n\n",
  ])
  func theTextComesBackByteForByte(_ text: String) {
    #expect(Array(Document(text).text.utf8) == Array(text.utf8))
  }

  @Test func theLineEndingStyleFollowsTheEdits() {
    #expect(Document("a").lineEndingStyle == .lineFeed)
    #expect(Document("a\r\nb\r\n").lineEndingStyle == .carriageReturnLineFeed)
    #expect(Document("a\r\nb\n").lineEndingStyle == .mixed)
    var editor = Editor(text: "a\r\nb\n")
    editor.apply(.move(.to(Position(line: 0, column: 1)), selecting: false), ruler: .test)
    editor.apply(.delete, ruler: .test)
    #expect(editor.document.lineEndingStyle == .lineFeed)
    #expect(editor.document.text == "ab\n")
  }

  @Test func theFinalNewlineIsRemembered() {
    #expect(Document("a\n").lineCount == 2)
    #expect(Document("a").lineCount == 1)
  }

  @Test func positionsAreMovedInside() {
    let document = Document("ab\ncde")
    #expect(document.clamp(Position(line: -1, column: 4)) == .zero)
    #expect(document.clamp(Position(line: 0, column: 9)) == Position(line: 0, column: 2))
    #expect(document.clamp(Position(line: 7, column: 0)) == Position(line: 1, column: 3))
  }

  @Test func linesAreEqualByTheirBytes() {
    #expect(Line("é", ending: .none) != Line("e\u{301}", ending: .none))
  }
}
