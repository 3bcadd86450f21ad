import Foundation
import PixiWorkspace
import SessionEngine
import TestSupport
import Testing
import WorkshopModel

/// What must hold for every exercise that comes with goals.
@Suite struct ShippedExerciseTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Exercises")

  static func exercises() throws -> [Exercise] {
    try WorkshopLoader().load(from: folder).exercises.filter { !$0.goals.isEmpty }
  }

  @Test func exercisesHaveGoals() throws {
    #expect(try !Self.exercises().isEmpty)
  }

  @Test func everyWrongWayThatIsNamedIsRecognised() throws {
    for exercise in try Self.exercises() {
      for goal in exercise.goals {
        for name in goal.wrongWays {
          #expect(WrongWay(rawValue: name) != nil, "\(exercise.id), \(goal.id): \(name)")
        }
      }
    }
  }

  @Test func everyExerciseHelpsAndWarns() throws {
    for exercise in try Self.exercises() {
      for spelling in ManifestSpelling.allCases {
        #expect(exercise.hints(for: spelling).count >= 3, "\(exercise.id), \(spelling)")
        #expect(!exercise.solutionFiles(for: spelling).isEmpty, "\(exercise.id)")
      }
      #expect(exercise.pitfalls.count >= 4, "\(exercise.id)")
    }
  }

  @Test(arguments: [PixiVersion(0, 49), PixiVersion(0, 77)], [true, false])
  func theStarterHasEveryGoalOpenAndNoneWrong(_ pixi: PixiVersion, _ hasGPU: Bool) throws {
    for exercise in try Self.exercises() {
      let subject = CheckSubjectReader(exercise, folder: exercise.folder.appending(path: "starter"))
        .read(pixi: pixi, hasGPU: hasGPU)
      for goal in ExerciseChecker().verdict(on: exercise, subject).goals {
        let isOfGPU = goal.status == .unknown && !hasGPU
        #expect(goal.status == .open || isOfGPU, "\(exercise.id): \(goal)")
        #expect(goal.why?.isEmpty == false && goal.remedy?.isEmpty == false, "\(goal)")
      }
    }
  }

  @Test(arguments: ManifestSpelling.allCases)
  func theSolutionMeetsEveryGoal(_ spelling: ManifestSpelling) throws {
    for exercise in try Self.exercises() {
      let directory = try TemporaryDirectory()
      try lay(exercise.solutionFiles(for: spelling), into: directory)
      try makeWhatRunsWrite(exercise, in: directory)
      let (runs, figures) = runs(of: exercise)
      let subject = CheckSubjectReader(exercise, folder: directory.url).read(
        runs: runs, figures: figures,
        pixi: spelling == .platforms ? PixiVersion(0, 77) : PixiVersion(0, 49))
      for goal in ExerciseChecker().verdict(on: exercise, subject).goals {
        #expect(goal.status == .met, "\(exercise.id), \(spelling): \(goal)")
      }
    }
  }

  private func lay(_ files: [SolutionFile], into directory: TemporaryDirectory) throws {
    for file in files {
      let place = directory.url.appending(path: file.path)
      try FileManager.default.createDirectory(
        at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
      try FileManager.default.copyItem(at: file.url, to: place)
    }
  }

  /// Files that goals ask for and a solution does not ship, such as a figure that is drawn.
  private func makeWhatRunsWrite(
    _ exercise: Exercise, in directory: TemporaryDirectory
  ) throws {
    for case .file(let requirement) in exercise.goals.map(\.requirement) {
      let path = requirement.path.replacing("*", with: "made")
      let place = directory.url.appending(path: path).path(percentEncoded: false)
      guard !FileManager.default.fileExists(atPath: place), requirement.lines.isEmpty else {
        continue
      }
      try directory.write("made by a run", to: path)
    }
  }

  /// A run for every goal that asks for one, as a participant would have made it.
  private func runs(of exercise: Exercise) -> ([StoredRun], [RunID: [String]]) {
    var runs: [StoredRun] = []
    var figures: [RunID: [String]] = [:]
    func add(_ environment: String?, _ purpose: RunPurpose, _ command: String) -> Int {
      let name = environment ?? exercise.environments.first?.name ?? "default"
      runs.append(
        StoredRun(
          id: RunID(runs.count + 1), exercise: exercise.id, environment: name, provider: "pixi",
          purpose: purpose, title: command, commandLine: command, workingDirectory: "/",
          startedAt: Date(timeIntervalSince1970: 0), ending: .exited(0)))
      return runs.count - 1
    }
    for goal in exercise.goals {
      switch goal.requirement {
      case .command(let requirement):
        let isTask = !requirement.command.contains(" ")
        _ = add(
          requirement.environment,
          isTask ? .task(requirement.command) : .install(step: 1, of: 1),
          requirement.command + (isTask ? "" : " --locked"))
      case .output(let requirement):
        let place = add(requirement.environment, .workload, "pixi run train")
        runs[place].facts = requirement.facts.mapValues { $0.replacing("*", with: "8") }
        figures[runs[place].id] = requirement.figures
      case .manifest, .lock, .file, .container: break
      }
    }
    return (runs.reversed(), figures)
  }
}
