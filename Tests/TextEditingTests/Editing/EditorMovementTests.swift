import Testing
import TextEditing

@Suite struct EditorMovementTests {
  private static func go(_ motions: Motion...) -> [EditCommand] {
    motions.map { .move($0, selecting: false) }
  }

  private static func extend(_ motions: Motion...) -> [EditCommand] {
    motions.map { .move($0, selecting: true) }
  }

  @Test(arguments: [
    EditCase("a\n#[|]b", go(.left), "a#[|]\nb"),
    EditCase("a#[|]\nb", go(.right), "a\n#[|]b"),
    EditCase("a#[bc|]d", go(.left), "a#[|]bcd"),
    EditCase("a#[|bc]d", go(.right), "abc#[|]d"),
    EditCase("#[|]👨‍👩‍👧‍👦x", go(.right), "👨‍👩‍👧‍👦#[|]x"),
    EditCase("abcd#[|]\nx\nabcdef", go(.down, .down), "abcd\nx\nabcd#[|]ef"),
    EditCase("ab#[|]c\n中文字", go(.down), "abc\n中#[|]文字"),
    EditCase("abcde#[|]f\n\tx", go(.down), "abcdef\n\tx#[|]"),
    EditCase("abcd#[|]\nx\nabcdef", go(.down, .lineStart, .down), "abcd\nx\n#[|]abcdef"),
    EditCase("ab#[|]c", go(.up), "#[|]abc"),
    EditCase("a#[|]bc", go(.down), "abc#[|]"),
    EditCase("#[|]foo_1 + bar", go(.wordRight), "foo_1#[|] + bar"),
    EditCase("foo#[|] + bar", go(.wordRight, .wordRight), "foo + bar#[|]"),
    EditCase("foo + bar#[|]", go(.wordLeft, .wordLeft), "foo #[|]+ bar"),
    EditCase("a\n#[|]b", go(.wordLeft), "a#[|]\nb"),
    EditCase("  ab#[|]c", go(.lineStart), "  #[|]abc"),
    EditCase("  #[|]abc", go(.lineStart), "#[|]  abc"),
    EditCase("#[|]  abc", go(.lineStart), "  #[|]abc"),
    EditCase("a#[|]bc\nd", go(.lineEnd), "abc#[|]\nd"),
    EditCase("a\nb#[|]\nc", go(.documentStart), "#[|]a\nb\nc"),
    EditCase("a\nb#[|]\nc", go(.documentEnd), "a\nb\nc#[|]"),
    EditCase("1\n2\n3\n4#[|]", go(.pageUp(rows: 2)), "1\n2#[|]\n3\n4"),
    EditCase("#[|]1\n2\n3\n4", go(.pageDown(rows: 9)), "1\n2\n3\n#[|]4"),
    EditCase("#[|]a\nb", go(.to(Position(line: 9, column: 9))), "a\nb#[|]"),
    EditCase("a#[|]\nb\nc", [.goToLine(3)], "a\nb\n#[|]c"),
    EditCase("a#[|]\nb", [.goToLine(99)], "a\n#[|]b"),
  ])
  func theCursorGoesWhereTheKeySays(_ row: EditCase) {
    #expect(row.result == row.expected)
  }

  @Test(arguments: [
    EditCase("a#[|]bc", extend(.right, .right), "a#[bc|]"),
    EditCase("abc#[|]", extend(.left), "ab#[|c]"),
    EditCase("a#[|]b\ncd", extend(.down), "a#[b\nc|]d"),
    EditCase("one #[|]two", extend(.wordLeft), "#[|one ]two"),
    EditCase("a#[|]b", [.selectAll], "#[ab|]"),
    EditCase("foo b#[|]ar", [.selectWord], "foo #[bar|]"),
    EditCase("a#[bc|]d", [.clearSelection], "abc#[|]d"),
  ])
  func selectingKeepsTheAnchor(_ row: EditCase) {
    #expect(row.result == row.expected)
  }
}
