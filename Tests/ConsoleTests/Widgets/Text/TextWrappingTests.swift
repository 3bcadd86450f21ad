import Console
import Testing

@Suite struct TextWrappingTests {
  @Test(arguments: [
    ("one two three", 7, ["one two", "three"]),
    ("exactly", 7, ["exactly"]),
    ("incomprehensible", 6, ["incomp", "rehens", "ible"]),
    ("中文字符", 4, ["中文", "字符"]),
    ("a\n\nb", 5, ["a", "", "b"]),
    ("  indented text", 10, ["  indented", "text"]),
    ("", 5, [""]),
    ("text", 0, []),
  ])
  func breaksBetweenWords(text: String, columns: Int, expected: [String]) {
    #expect(TextWrapping.lines(of: text, columns: columns) == expected)
  }
}
