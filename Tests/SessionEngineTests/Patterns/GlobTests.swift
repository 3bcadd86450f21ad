import Testing

@testable import SessionEngine

@Suite struct GlobTests {
  @Test(arguments: [
    ("12.*", "12", true), ("12.*", "12.9", true), ("12.*", "120", false), ("*", "", true),
    ("*cuda118*", "cuda118py312", true), ("cuda12*", "cuda129_mkl", true),
  ])
  func globsFitVersions(_ glob: String, _ text: String, _ fits: Bool) {
    #expect(Glob(glob).fits(version: text) == fits)
  }

  @Test func aGlobOfManyStarsTakesNoTime() {
    let glob = Glob(String(repeating: "*a", count: 200) + "b")
    #expect(!glob.fits(String(repeating: "a", count: 20_000)))
  }

  @Test(arguments: [("?", "é", true), ("a?c", "a\u{1F525}c", true), ("*ü*", "grün", true)])
  func aQuestionMarkStandsForOneCharacter(_ glob: String, _ text: String, _ fits: Bool) {
    #expect(Glob(glob).fits(text) == fits)
  }
}
