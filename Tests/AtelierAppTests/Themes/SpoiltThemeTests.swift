import AtelierApp
import Foundation
import TestSupport
import Testing

/// Whatever a theme's file holds, it is read or refused with its place: nothing traps.
@Suite(.timeLimit(.minutes(3))) struct SpoiltThemeTests {
  @Test(arguments: SpoiltTOML.deadlyLines)
  func aThemeIsRefusedWithItsPlace(line: String) throws {
    let folder = try TemporaryDirectory("themes")
    try folder.write("dark = true\n\(line)", to: "mine.toml")
    let error = try #require(throws: ThemeError.self) {
      try ThemeLoader.load("mine", from: folder.url)
    }
    #expect(error.file.hasSuffix("/mine.toml"))
    #expect(error.line == 2 || error.line == 3)
    #expect(!error.problem.isEmpty)
    #expect(error.remedy == "Correct the TOML there.")
  }

  @Test func aThemeInAnotherEncodingIsRefusedWithItsPlace() throws {
    let folder = try TemporaryDirectory("themes")
    try Data("dark = true\nname = \"Caf".utf8 + [0xE9] + "\"\n".utf8)
      .write(to: folder.url.appending(path: "mine.toml"))
    let error = try #require(throws: ThemeError.self) {
      try ThemeLoader.load("mine", from: folder.url)
    }
    #expect(error.line == 2)
    #expect(error.problem.contains("UTF-8"))
  }

  @Test func aThousandSpoiltThemes() throws {
    let shipped = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Themes/dark.toml")
    let bytes = Array(try Data(contentsOf: shipped))
    let folder = try TemporaryDirectory("themes")
    var mutator = Mutator(seed: 2026, tokens: SpoiltTOML.tokens)
    var refused = 0
    for _ in 0..<1_000 {
      try Data(mutator.mutated(bytes)).write(to: folder.url.appending(path: "mine.toml"))
      do {
        _ = try ThemeLoader.load("mine", from: folder.url)
      } catch let error as ThemeError {
        #expect(!error.problem.isEmpty && !error.remedy.isEmpty)
        refused += 1
      }
    }
    #expect((100..<1_000).contains(refused))
  }
}
