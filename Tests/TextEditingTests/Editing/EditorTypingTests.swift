import Testing
import TextEditing

@Suite struct EditorTypingTests {
  @Test(arguments: [
    EditCase("a#[|]c", [.insert("b")], "ab#[|]c"),
    EditCase("#[abc|]d", [.insert("x")], "x#[|]d"),
    EditCase("#[|ab\nc]d", [.insert("x")], "x#[|]d"),
    EditCase("e#[|]x", [.insert("\u{301}")], "e\u{301}#[|]x"),
    EditCase("👩#[|]", [.insert("\u{200D}"), .insert("💻")], "👩\u{200D}💻#[|]"),
    EditCase("中#[|]文", [.insert("x")], "中x#[|]文"),
    EditCase("a#[|]", [.paste("1\r\n2\r3\n")], "a1\n2\n3\n#[|]"),
    EditCase("a\r\n#[|]b\r\n", [.paste("1\n2")], "a\r\n1\r\n2#[|]b\r\n"),
  ])
  func insertionGoesBehindTheCursor(_ row: EditCase) {
    #expect(row.result.utf8.elementsEqual(row.expected.utf8), "\(row.result)")
  }

  @Test(arguments: [
    EditCase("ab#[|]c", [.backspace], "a#[|]c"),
    EditCase("a\n#[|]b", [.backspace], "a#[|]b"),
    EditCase("a\r\n#[|]b\r\n", [.backspace], "a#[|]b\r\n"),
    EditCase("#[|]abc", [.backspace], "#[|]abc"),
    EditCase("xe\u{301}#[|]y", [.backspace], "x#[|]y"),
    EditCase("x👨‍👩‍👧‍👦#[|]y", [.backspace], "x#[|]y"),
    EditCase("x🇫🇷#[|]y", [.backspace], "x#[|]y"),
    EditCase("a#[bc|]d", [.backspace], "a#[|]d"),
    EditCase("        #[|]x", [.backspace], "    #[|]x"),
    EditCase("      #[|]x", [.backspace], "    #[|]x"),
    EditCase("a#[|]bc", [.delete], "a#[|]c"),
    EditCase("a#[|]\nb", [.delete], "a#[|]b"),
    EditCase("abc#[|]", [.delete], "abc#[|]"),
    EditCase("a#[|]👩‍💻b", [.delete], "a#[|]b"),
    EditCase("one two#[|]", [.deleteWordBackward], "one #[|]"),
    EditCase("one two  #[|]", [.deleteWordBackward], "one #[|]"),
    EditCase("f(x.y#[|])", [.deleteWordBackward], "f(x.#[|])"),
    EditCase("#[|]one two", [.deleteWordForward], "#[|] two"),
    EditCase("one#[|]\ntwo", [.deleteWordForward], "one#[|]two"),
  ])
  func erasingTakesWholeCharacters(_ row: EditCase) {
    #expect(row.result == row.expected)
  }

  @Test(arguments: [
    EditCase("    a#[|]b", [.newline], "    a\n    #[|]b", language: .python),
    EditCase("if x:#[|]", [.newline], "if x:\n    #[|]", language: .python),
    EditCase("  # note:#[|]", [.newline], "  # note:\n  #[|]", language: .python),
    EditCase("call(#[|]", [.newline], "call(\n    #[|]", language: .python),
    EditCase("a = [#[|]", [.newline], "a = [\n  #[|]", language: .toml),
    EditCase("all:#[|]", [.newline], "all:\n\t#[|]", language: .makefile),
    EditCase("if x:\n    #[|]", [.newline], "if x:\n\n    #[|]", language: .python),
    EditCase("    #[|]x", [.newline], "    \n    #[|]x", language: .python),
    EditCase("\tx#[|]", [.newline], "\tx\n\t#[|]"),
    EditCase("a#[|]\r\n", [.newline], "a\r\n#[|]\r\n"),
  ])
  func newlineCarriesTheIndentationOn(_ row: EditCase) {
    #expect(row.result.utf8.elementsEqual(row.expected.utf8), "\(row.result)")
  }

  @Test(arguments: [
    EditCase("a = [\n  1,\n  #[|]", [.insert("]")], "a = [\n  1,\n]#[|]", language: .toml),
    EditCase(
      "  a = {\n    b = [\n      1,\n    ]\n    #[|]", [.insert("}")],
      "  a = {\n    b = [\n      1,\n    ]\n  }#[|]", language: .toml),
    EditCase("[a]\n  #[|]", [.insert("]")], "[a]\n  ]#[|]", language: .toml),
    EditCase("a = [\n  1#[|]", [.insert("]")], "a = [\n  1]#[|]", language: .toml),
    EditCase("a = [\n  #[|]1", [.insert("]")], "a = [\n  ]#[|]1", language: .toml),
    EditCase("a = [\n  #[|]", [.insert("]")], "a = [\n  ]#[|]"),
  ])
  func aClosingBracketGoesBelowItsOpeningLine(_ row: EditCase) {
    #expect(row.result == row.expected)
  }

  @Test(arguments: [
    EditCase("a#[|]b", [.tab], "a   #[|]b", language: .python),
    EditCase("中#[|]b", [.tab], "中  #[|]b", language: .python),
    EditCase("#[|]x", [.tab], "\t#[|]x", language: .makefile),
    EditCase("a#[b\nc|]d\ne", [.tab], "    a#[b\n    c|]d\ne", language: .python),
    EditCase("#[a\nb\n|]c", [.indent], "#[    a\n    b\n|]c", language: .python),
    EditCase("#[a\n\nb|]", [.indent], "#[    a\n\n    b|]", language: .python),
    EditCase("    a#[|]b", [.outdent], "a#[|]b", language: .python),
    EditCase("  a#[|]b", [.outdent], "a#[|]b", language: .python),
    EditCase("\ta#[|]b", [.outdent], "a#[|]b", language: .python),
    EditCase("#[|]a", [.outdent], "#[|]a", language: .python),
  ])
  func tabIndents(_ row: EditCase) {
    #expect(row.result == row.expected)
  }
}
