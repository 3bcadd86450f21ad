import Foundation
import Testing
import WorkshopModel

/// What holds for every exercise of the workshop that comes with the program.
@Suite struct ShippedExercisesTests {
  private let exercises: [Exercise]

  init() throws {
    exercises = try WorkshopLoader().load(from: Folders.exercises).exercises
      .filter { !$0.goals.isEmpty }
  }

  private func text(_ url: URL) throws -> String { try String(contentsOf: url, encoding: .utf8) }

  @Test func eachHasAWayToTheEndHelpAndASolution() {
    #expect(exercises.contains { $0.id == "exercise-5" })
    for exercise in exercises {
      #expect((5...9).contains(exercise.goals.count), "\(exercise.id)")
      #expect(exercise.pitfalls.count >= 4, "\(exercise.id)")
      for spelling in ManifestSpelling.allCases {
        #expect(exercise.hints(for: spelling).count >= 3, "\(exercise.id)")
        let solution = exercise.solutionFiles(for: spelling)
        #expect(Set(solution.map(\.path)).isSuperset(of: exercise.starterFiles), "\(exercise.id)")
        #expect(solution.contains { $0.path == "pixi.lock" }, "\(exercise.id)")
      }
    }
  }

  @Test func aSolutionHasOnlyWhatDiffersFromTheStarter() throws {
    for exercise in exercises {
      for file in exercise.solutionFiles(for: .systemRequirements)
      where file.url.path.contains("/solution/") {
        guard let starter = exercise.starterFile(file.path) else { continue }
        #expect(try text(starter) != text(file.url), "\(exercise.id): \(file.path)")
      }
    }
  }

  @Test func pagesFitATerminal() throws {
    for exercise in exercises {
      let page = try text(exercise.folder.appending(path: "page.md"))
      for line in page.split(separator: "\n") {
        #expect(line.count <= 78, "\(exercise.id): \(line)")
      }
    }
  }

  @Test func theThirdAndTheFifthBeginWithTheProjectOfTheSecond() throws {
    let second = try #require(
      try WorkshopLoader().load(from: Folders.exercises).exercise("exercise-2"))
    let finished = second.solutionFiles(for: .systemRequirements)
      .filter { $0.path.hasPrefix("pixi.") }
    for exercise in exercises where ["exercise-3", "exercise-5"].contains(exercise.id) {
      for file in finished {
        let starter = try #require(exercise.starterFile(file.path))
        #expect(try text(starter) == text(file.url), "\(exercise.id): \(file.path)")
      }
    }
  }
}
