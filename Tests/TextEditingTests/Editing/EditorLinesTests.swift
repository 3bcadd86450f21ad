import Testing
import TextEditing

@Suite struct EditorLinesTests {
  @Test(arguments: [
    EditCase("a\nb#[|]\nc", [.moveLinesUp], "b#[|]\na\nc"),
    EditCase("a\nb#[|]", [.moveLinesUp], "b#[|]\na"),
    EditCase("a#[|]\nb", [.moveLinesDown], "b\na#[|]"),
    EditCase("#[|]a\nb", [.moveLinesUp], "#[|]a\nb"),
    EditCase("a#[1\nb|]2\nc", [.moveLinesDown], "c\na#[1\nb|]2"),
    EditCase("a\r\nb#[|]", [.moveLinesUp], "b#[|]\r\na"),
  ])
  func linesMovePastTheirNeighbours(_ row: EditCase) {
    #expect(row.result.utf8.elementsEqual(row.expected.utf8), "\(row.result)")
  }

  @Test(arguments: [
    EditCase("a#[|]b\nc", [.duplicate], "ab\na#[|]b\nc"),
    EditCase("a#[|]b", [.duplicate], "ab\na#[|]b"),
    EditCase("x#[ab|]y", [.duplicate], "xab#[ab|]y"),
    EditCase("#[a\nb|]\nc", [.duplicate], "a\nb\n#[a\nb|]\nc"),
  ])
  func duplicatingCopiesBehind(_ row: EditCase) {
    #expect(row.result == row.expected)
  }

  @Test(arguments: [
    EditCase("a#[|]b", [.toggleComment], "# a#[|]b", language: .python),
    EditCase("# a#[|]b", [.toggleComment], "a#[|]b", language: .python),
    EditCase("#a#[|]b", [.toggleComment], "a#[|]b", language: .toml),
    EditCase(
      "#[  a\n\n    b|]", [.toggleComment], "#[  # a\n\n  #   b|]", language: .python),
    EditCase("#[# a\nb|]", [.toggleComment], "#[# # a\n# b|]", language: .shell),
    EditCase(
      "#[# a\nb|]", [.toggleComment, .toggleComment], "#[# a\nb|]", language: .shell),
  ])
  func commentsToggle(_ row: EditCase) {
    #expect(row.result == row.expected)
  }

  @Test func aLanguageWithoutCommentsSaysSo() {
    var editor = Editor(text: "{}", language: .json)
    #expect(editor.apply(.toggleComment, ruler: .test) == .noCommentSyntax)
    #expect(editor.document.text == "{}")
  }

  @Test func cuttingAndPastingMovesText() {
    var editor = Editor(marked: "a#[bc|]d")
    #expect(editor.apply(.cut, ruler: .test) == .cut("bc"))
    #expect(editor.after([.move(.lineEnd, selecting: false), .paste("bc")]) == "adbc#[|]")
  }

  @Test func withNothingSelectedTheLineIsCopiedAndCut() {
    var editor = Editor(marked: "a\r\nb#[|]\r\nc")
    #expect(editor.apply(.copy, ruler: .test) == .copied("b\r\n"))
    #expect(editor.apply(.cut, ruler: .test) == .cut("b\r\n"))
    #expect(MarkedText.of(editor) == "a\r\n#[|]c")
  }
}
