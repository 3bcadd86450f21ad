import Foundation
import TestSupport
import Testing
import WorkshopModel

/// Whatever an author types, the workshop is read or refused with its place: nothing traps.
@Suite(.timeLimit(.minutes(3))) struct SpoiltWorkshopTests {
  @Test(arguments: SpoiltTOML.deadlyLines)
  func theOutlineIsRefusedWithItsPlace(line: String) throws {
    let workshop = try TemporaryWorkshop("title = \"Small\"\n\(line)")
    try expectRefusal(of: workshop.url, file: "/workshop.toml")
  }

  @Test(arguments: SpoiltTOML.deadlyLines)
  func anExerciseIsRefusedWithItsPlace(line: String) throws {
    let workshop = try copy(of: Folders.fixture("good"))
    try workshop.write("title = \"First\"\n\(line)", to: "good/first/exercise.toml")
    try expectRefusal(of: workshop.url.appending(path: "good"), file: "/first/exercise.toml")
  }

  private func expectRefusal(of folder: URL, file: String) throws {
    let error = try #require(throws: WorkshopError.self) { try WorkshopLoader().load(from: folder) }
    #expect(error.file.hasSuffix(file))
    #expect(error.line == 2 || error.line == 3)
    #expect(error.column != nil)
    #expect(error.what.hasPrefix("This is not TOML: "))
    #expect(error.remedy.contains("https://toml.io"))
  }

  /// The shipped outline with small exercises.
  @Test func fiveHundredSpoiltOutlines() throws {
    let folder = try TemporaryDirectory("spoilt")
    let source = Folders.exercises
    for exercise in try WorkshopLoader().load(from: source).exercises {
      try FileManager.default.copyItem(
        at: Folders.fixture("good").appending(path: "first"),
        to: folder.url.appending(path: exercise.id))
    }
    try spoil(
      "workshop.toml", of: folder.url, source: source.appending(path: "workshop.toml"),
      rounds: 500)
  }

  /// A shipped exercise in a small workshop.
  @Test func fiveHundredSpoiltExercises() throws {
    let folder = try copy(of: Folders.fixture("good"))
    let workshop = folder.url.appending(path: "good")
    let source = Folders.exercises.appending(path: "exercise-2")
    try FileManager.default.removeItem(at: workshop.appending(path: "first"))
    try FileManager.default.copyItem(at: source, to: workshop.appending(path: "first"))
    try spoil(
      "first/exercise.toml", of: workshop, source: source.appending(path: "exercise.toml"),
      rounds: 500)
  }

  /// Loads a workshop with one file of it spoilt, again and again.
  private func spoil(_ file: String, of workshop: URL, source: URL, rounds: Int) throws {
    try Data(contentsOf: source).write(to: workshop.appending(path: file))
    _ = try WorkshopLoader().load(from: workshop)
    let bytes = Array(try Data(contentsOf: source))
    var mutator = Mutator(seed: 2026, tokens: SpoiltTOML.tokens)
    var refused = 0
    for _ in 0..<rounds {
      try Data(mutator.mutated(bytes)).write(to: workshop.appending(path: file))
      do {
        _ = try WorkshopLoader().load(from: workshop)
      } catch {
        #expect(!error.what.isEmpty && !error.remedy.isEmpty)
        refused += 1
      }
    }
    #expect((rounds / 10..<rounds).contains(refused))
  }

  private func copy(of source: URL) throws -> TemporaryDirectory {
    let folder = try TemporaryDirectory("spoilt")
    try FileManager.default.copyItem(
      at: source, to: folder.url.appending(path: source.lastPathComponent))
    return folder
  }
}
