import Foundation
import PixiWorkspace
import SessionEngine
import TestSupport
import Testing
import WorkshopModel

/// The later exercises, done by typing what their pages show, one block after another.
@Suite struct PageStepsTests {
  private static let exercises = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Exercises")

  @Test(
    arguments: ["exercise-3", "exercise-4", "exercise-5"], [PixiVersion(0, 49), PixiVersion(0, 77)])
  func whatThePageShowsLeadsThereAndNeverAstray(_ id: String, _ pixi: PixiVersion) throws {
    let exercise = try #require(try WorkshopLoader().load(from: Self.exercises).exercise(id))
    let directory = try TemporaryDirectory()
    for path in exercise.starterFiles {
      let file = try #require(exercise.starterFile(path))
      try directory.write(try String(contentsOf: file, encoding: .utf8), to: path)
    }
    func verdict() -> ExerciseVerdict {
      let subject = CheckSubjectReader(exercise, folder: directory.url).read(pixi: pixi)
      return ExerciseChecker().verdict(on: exercise, subject)
    }

    let blocks = try Self.typed(in: exercise)
    #expect(!blocks.isEmpty)
    for block in blocks {
      let file = directory.url.appending(path: block.file)
      let text = try String(contentsOf: file, encoding: .utf8)
      try directory.write(text + block.text, to: block.file)
      for goal in verdict().goals where goal.status == .wrong {
        // Until `pixi lock` the lock is behind, and that is all.
        #expect(goal.wrongWay == WrongWay.staleLock.rawValue, "\(id): \(goal) after \(block)")
      }
    }
    for file in exercise.solutionFiles(for: .systemRequirements) where file.path == "pixi.lock" {
      try directory.write(try String(contentsOf: file.url, encoding: .utf8), to: "pixi.lock")
    }
    for (goal, judged) in zip(exercise.goals, verdict().goals) {
      switch goal.requirement {
      case .manifest, .lock, .file, .container: #expect(judged.status == .met, "\(id): \(judged)")
      case .command, .output:
        #expect([.open, .unknown].contains(judged.status), "\(id): \(judged)")
      }
    }
  }

  /// A block of a page's steps, and the file that it is typed into.
  private struct Block {
    let file: String
    let text: String
  }

  /// In the order of the page; commands of a shell are left out.
  private static func typed(in exercise: Exercise) throws -> [Block] {
    let page = try String(
      contentsOf: exercise.folder.appending(path: "page.md"), encoding: .utf8)
    let steps = try #require(page.components(separatedBy: "## Steps").last)
      .components(separatedBy: "\n## ")[0]
    return steps.components(separatedBy: "```").enumerated().compactMap { place, part in
      let text = String(part.drop { $0 == "\n" })
      guard place % 2 == 1, let file = file(of: text) else { return nil }
      return Block(file: file, text: text)
    }
  }

  private static func file(of text: String) -> String? {
    let word = text.prefix { !$0.isWhitespace && $0 != ":" }
    return switch word {
    case ".pixi": ".dockerignore"
    case "Bootstrap": "apptainer.def"
    case _ where word.count > 1 && word.allSatisfy(\.isUppercase): "Dockerfile"
    case "pixi", "atelier": nil
    default: "pixi.toml"
    }
  }
}
