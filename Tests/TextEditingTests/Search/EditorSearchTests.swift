import Testing
import TextEditing

@Suite struct EditorSearchTests {
  @Test(arguments: [
    EditCase("ab lr lr", [.find("lr", from: .zero)], "ab #[lr|] lr"),
    EditCase("ab lr lr", [.find("lr", from: .zero), .findNext], "ab lr #[lr|]"),
    EditCase("ab lr lr", [.find("lr", from: .zero), .findNext, .findNext], "ab #[lr|] lr"),
    EditCase("ab lr\nlr", [.find("lr", from: .zero), .findPrevious], "ab lr\n#[lr|]"),
    EditCase("Model model", [.find("model", from: .zero)], "#[Model|] model"),
    EditCase("model Model", [.find("Model", from: .zero)], "model #[Model|]"),
    EditCase("naïve CAFÉ", [.find("café", from: .zero)], "naïve #[CAFÉ|]"),
    EditCase("x cafe\u{301}", [.find("café", from: .zero)], "x #[cafe\u{301}|]"),
    EditCase("e\u{301} e", [.find("e", from: .zero)], "e\u{301} #[e|]"),
    EditCase("aaaa", [.find("aa", from: .zero), .findNext], "aa#[aa|]"),
  ])
  func searchSelectsTheMatch(_ row: EditCase) {
    #expect(row.result.utf8.elementsEqual(row.expected.utf8), "\(row.result)")
  }

  @Test func theOutcomeTellsAboutWrappingAndMissing() {
    var editor = Editor(text: "a b a")
    #expect(editor.apply(.find("a", from: .zero), ruler: .test) == .found(wrapped: false))
    #expect(editor.apply(.findNext, ruler: .test) == .found(wrapped: false))
    #expect(editor.apply(.findNext, ruler: .test) == .found(wrapped: true))
    #expect(editor.apply(.findPrevious, ruler: .test) == .found(wrapped: true))
    #expect(editor.apply(.find("zz", from: .zero), ruler: .test) == .notFound)
  }

  @Test func matchesOfALineAreForDrawing() {
    #expect(TextSearch("ab").matches(in: "ab中ABab") == [0..<2, 3..<5, 5..<7])
    #expect(TextSearch("").matches(in: "ab").isEmpty)
  }
}
