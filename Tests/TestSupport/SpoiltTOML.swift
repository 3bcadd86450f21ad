/// TOML as it is while someone types it, and worse.
public enum SpoiltTOML {
  /// Lines at each of which the parser, unguarded, would end the program.
  public static let deadlyLines = [
    "[", "[\n", "[ =x]", "[[", "[é]", "[[ #x]]", "[.a]", "[,]",
    "a = [}", "a = [1, }", "a = [1, }]", "a = 1979-05-27 3", "a = [1979-05-27 3\t]",
    "a = 1979-05-27Tq7:32:00", "a = " + String(repeating: "[", count: 100_000),
  ]

  /// What is put in the place of words.
  public static let tokens = [
    "=", "[", "]", "[[", "{", "}", "\"", "\"\"\"", "'''", "#", ".", "3", "0x1F", "nan", "true",
    "1979-05-27", "1979-05-27 3", "1979-05-27Tq", "\\u0000", "\"\\u0000\"", "[{ a = 3 }]",
    "{ a = 1 }", "a.b.c.d.e.f", "\u{0}", "é", "\r", "\u{FEFF}", "-", "", "[[goal]]", "[palette]",
  ]
}
