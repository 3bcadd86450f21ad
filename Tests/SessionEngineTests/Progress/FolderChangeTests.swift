import Foundation
import TestSupport
import Testing
import WorkshopModel

@testable import SessionEngine

@Suite struct FolderChangeTests {
  private func kinds(_ change: WorkspaceChange) -> [String: WorkspaceChange.Kind] {
    Dictionary(uniqueKeysWithValues: change.files.map { ($0.path, $0.kind) })
  }

  @Test func whatWasReplacedIsKeptAndTheRestIsNotTouched() throws {
    let fixture = try LoopFixture()
    #expect(kinds(try fixture.reset()).values.allSatisfy { $0 == .added })
    try fixture.write("mine", to: "begin/train.py")
    try fixture.write("my notes", to: "begin/notes on it.md")
    let before = FileFacts(fixture.folder("begin") + "/pixi.toml")
    let change = try fixture.reset()
    #expect(kinds(change) == ["train.py": .replaced, "notes on it.md": .stayed])
    let kept = try #require(change.keptIn)
    #expect(kept.hasPrefix(".atelier/kept/begin-2026"))
    #expect(fixture.text(kept + "/train.py") == "mine")
    #expect(fixture.text("begin/train.py") == "print(\"trained\")\n")
    #expect(fixture.text("begin/notes on it.md") == "my notes")
    #expect(FileFacts(fixture.folder("begin") + "/pixi.toml") == before)
    #expect(!fixture.exists(".atelier/staging"))
    let again = try fixture.reset()
    #expect(again.changesNothing && again.keptIn == nil)
  }

  @Test func twoOfOneSecondHaveFoldersOfTheirOwn() throws {
    let fixture = try LoopFixture()
    var places: [String] = []
    for text in ["first", "second", "third"] {
      _ = try fixture.reset()
      try fixture.write(text, to: "begin/train.py")
      places.append(try #require(try fixture.reset().keptIn))
    }
    #expect(places.map { fixture.text($0 + "/train.py") } == ["first", "second", "third"])
    #expect(places[1] == places[0] + "-2" && places[2] == places[0] + "-3")
  }

  @Test func withAllTheStarterAloneIsLeftButForToolsFolders() throws {
    let fixture = try LoopFixture()
    _ = try fixture.reset()
    let own = ["out/deep/a b.txt", "line\nend.txt", "pixi.lock", ".hidden"]
    for path in own { try fixture.write(path, to: "begin/" + path) }
    for path in [".pixi/envs/gpu/x", ".git/HEAD"] { try fixture.write("tool", to: "begin/" + path) }
    let change = try fixture.reset(.allTakenAway)
    #expect(kinds(change) == Dictionary(uniqueKeysWithValues: own.map { ($0, .removed) }))
    let kept = try #require(change.keptIn)
    for path in own {
      #expect(fixture.text(kept + "/" + path) == path)
      #expect(!fixture.exists("begin/" + path))
    }
    #expect(!fixture.exists("begin/out"))
    #expect(fixture.text("begin/.pixi/envs/gpu/x") == "tool")
    #expect(fixture.text("begin/.git/HEAD") == "tool")
  }

  @Test(arguments: [FolderPlan.OwnFiles.stay, .takenAway])
  func aLockStaysWithItsManifestAndGoesWithIt(_ ownFiles: FolderPlan.OwnFiles) throws {
    let fixture = try LoopFixture()
    _ = try fixture.reset()
    try fixture.write("version: 6", to: "begin/pixi.lock")
    #expect(kinds(try fixture.reset(ownFiles))["pixi.lock"] == .stayed)
    try fixture.write("[workspace]", to: "begin/pixi.toml")
    let change = try fixture.reset(ownFiles)
    #expect(kinds(change) == ["pixi.toml": .replaced, "pixi.lock": .removed])
    #expect(fixture.text((change.keptIn ?? "") + "/pixi.lock") == "version: 6")
  }

  @Test func linksAreNeverFollowedOutOfTheFolder() throws {
    let fixture = try LoopFixture()
    _ = try fixture.reset()
    try fixture.directory.write("outside", to: "elsewhere/train.py")
    try fixture.directory.write("outside too", to: "elsewhere/points.csv")
    let outside = fixture.directory.path + "elsewhere"
    let files = FileManager.default
    let folder = fixture.folder("begin")
    try files.removeItem(atPath: folder + "/train.py")
    try files.createSymbolicLink(
      atPath: folder + "/train.py", withDestinationPath: outside + "/train.py")
    try files.removeItem(atPath: folder + "/data")
    try files.createSymbolicLink(atPath: folder + "/data", withDestinationPath: outside)
    let change = try fixture.reset(.allTakenAway)
    #expect(
      kinds(change) == ["train.py": .replaced, "data": .removed, "data/points.csv": .added])
    #expect(fixture.text("begin/data/points.csv") == "1,2\n3,4\n")
    #expect(FileFacts(folder + "/data")?.kind == .folder)
    let kept = fixture.workspace + "/" + (try #require(change.keptIn))
    #expect(try files.destinationOfSymbolicLink(atPath: kept + "/data") == outside)
    #expect(FileFacts(kept + "/train.py")?.kind == .link)
    let left = try files.contentsOfDirectory(atPath: outside).sorted()
    #expect(left == ["points.csv", "train.py"])
    #expect(try String(contentsOfFile: outside + "/train.py", encoding: .utf8) == "outside")
  }

  @Test func aFolderInTheFilesPlaceAndAFileInTheFoldersAreKept() throws {
    let fixture = try LoopFixture()
    try fixture.write("inside", to: "begin/train.py/deep/note")
    try fixture.write("a file", to: "begin/data")
    let change = try fixture.reset()
    #expect(
      kinds(change) == [
        "train.py": .replaced, "data": .removed, "data/points.csv": .added, "pixi.toml": .added,
      ])
    let kept = try #require(change.keptIn)
    #expect(fixture.text(kept + "/train.py/deep/note") == "inside")
    #expect(fixture.text(kept + "/data") == "a file")
    #expect(fixture.text("begin/data/points.csv") == "1,2\n3,4\n")
  }

  @Test func aFileInTheExercisesPlaceIsToldOf() throws {
    let fixture = try LoopFixture()
    try fixture.write("a file", to: "begin")
    let problem = #expect(throws: Diagnosis.self) { _ = try fixture.reset() }
    #expect(problem?.says.contains("is not a folder") == true)
    #expect(fixture.text("begin") == "a file")
  }

  @Test func tenThousandFilesAreKept() throws {
    let fixture = try LoopFixture()
    _ = try fixture.reset()
    for number in 0..<10_000 {
      try fixture.write("", to: "begin/out/\(number % 100)/\(number)")
    }
    let change = try fixture.reset(.takenAway)
    #expect(change.files.count { $0.kind == .removed } == 10_000)
    #expect(
      FolderListing(of: fixture.workspace + "/" + (change.keptIn ?? "")).paths.count == 10_000)
    #expect(!fixture.exists("begin/out"))
  }

  /// Whatever stands in the folder, its bytes are there or in what was kept.
  @Test(arguments: 0..<40) func nothingIsEverLost(_ seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let fixture = try LoopFixture()
    let names = ["train.py", "pixi.toml", "data", "data/points.csv", "own", "own/a", "pixi.lock"]
    var texts: Set<String> = []
    for number in 0..<6 {
      let name = names.randomElement(using: &random) ?? "own"
      // A name may be taken by a folder already, or one above by a file.
      if (try? fixture.write("typed \(number)", to: "begin/" + name)) != nil {
        texts.insert("typed \(number)")
        texts = texts.filter { text in contents(of: fixture).contains(text) }
      }
    }
    let policy = [FolderPlan.OwnFiles.stay, .takenAway, .allTakenAway][seed % 3]
    _ = try fixture.reset(policy)
    #expect(texts.isSubset(of: contents(of: fixture)))
    for path in fixture.exercise.starterFiles {
      let starter = fixture.exercise.folder.appending(path: "starter/" + path)
      let text = try String(contentsOf: starter, encoding: .utf8)
      #expect(fixture.text("begin/" + path) == text)
    }
  }

  private func contents(of fixture: LoopFixture) -> Set<String> {
    let places = FileManager.default.enumerator(atPath: fixture.workspace)?.allObjects ?? []
    return Set(places.compactMap { ($0 as? String).flatMap(fixture.text) })
  }
}
