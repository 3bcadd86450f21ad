import Foundation
import Testing

extension EndToEnd {
  @Suite(.serialized) struct CheckCommandTests {
    @Test func withoutAWorkspaceEveryGoalIsOpenAndNothingIsMade() async throws {
      let sandbox = try Sandbox()
      let outcome = try await sandbox.atelier("check", "exercise-3", "--json")
      #expect(outcome.status == 1 && outcome.errors.isEmpty, "\(outcome)")
      let verdict = try outcome.object()
      #expect(verdict["exercise"] as? String == "exercise-3")
      #expect(verdict["passed"] as? Bool == false)
      let goals = try #require(verdict["goals"] as? [[String: Any]])
      #expect(!goals.isEmpty)
      for goal in goals {
        #expect(["open", "unknown"].contains(goal["status"] as? String))
        #expect(goal["id"] is String && goal["says"] is String)
        #expect(goal["why"] is String && goal["remedy"] is String)
        #expect(goal["file"] != nil && goal["line"] is NSNull)
      }
      #expect(!FileManager.default.fileExists(atPath: sandbox.workspace))
    }

    @Test func eachGoalHasItsMarkInBothAlphabets() async throws {
      let plain = try await Sandbox().atelier("check", "exercise-3")
      #expect(plain.status == 1)
      #expect(plain.output.contains("○ "))
      #expect(plain.output.contains(" goals met"))
      let sandbox = try Sandbox(variables: ["LC_ALL": "C"])
      let ascii = try await sandbox.atelier("check", "exercise-3")
      #expect(ascii.output.contains("\no ") && !ascii.output.contains("○"))
      #expect(ascii.output.utf8.allSatisfy { $0 < 128 }, "\(ascii)")
    }

    @Test func withoutAnExerciseAllAreToldInShort() async throws {
      let outcome = try await Sandbox().atelier("check")
      #expect(outcome.status == 1)
      #expect(outcome.output.contains("exercise-3: 0 of "))
      let list = try await Sandbox().atelier("check", "--json").list()
      #expect(list.contains { $0["exercise"] as? String == "exercise-3" })
    }

    @Test func anUnknownExerciseIsWrongUsage() async throws {
      let outcome = try await Sandbox().atelier("check", "exercise-99")
      #expect(outcome.status == 2 && outcome.errors.contains("exercise-3"))
    }

    @Test func aManifestThatIsNoneIsToldWithItsPlace() async throws {
      let sandbox = try Sandbox()
      let folder = sandbox.workspace + "/exercise-3"
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true)
      try "[workspace]\nname = 3\nplatforms = [\n".write(
        toFile: folder + "/pixi.toml", atomically: true, encoding: .utf8)
      let outcome = try await sandbox.atelier("check", "exercise-3", "--json")
      let goals = try #require(try outcome.object()["goals"] as? [[String: Any]])
      let wrong = goals.filter { $0["status"] as? String == "wrong" }
      #expect(!wrong.isEmpty)
      #expect(wrong.allSatisfy { $0["line"] is Int && $0["file"] as? String == "pixi.toml" })
      try FileManager.default.removeItem(atPath: folder + "/pixi.toml")
      try FileManager.default.createDirectory(
        atPath: folder + "/pixi.toml", withIntermediateDirectories: false)
      try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder)
      let other = try await sandbox.atelier("check", "exercise-3")
      #expect(other.status == 1 && other.output.contains("it is a folder"), "\(other)")
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder)
    }
  }
}
