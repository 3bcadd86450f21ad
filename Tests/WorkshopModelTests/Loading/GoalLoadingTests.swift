import Foundation
import Testing
import WorkshopModel

@Suite struct GoalLoadingTests {
  private let exercise: Exercise

  init() throws {
    let workshop = try WorkshopLoader().load(from: Folders.fixture("good"))
    exercise = try #require(workshop.exercise("first"))
  }

  @Test func everyConditionOfAManifestIsRead() throws {
    #expect(exercise.goal == "It runs.")
    let goal = try #require(exercise.goals.first)
    #expect(goal.id == "gpu-declares-cuda")
    #expect(goal.says == "The environment gpu requires CUDA 12.")
    #expect(goal.wrongWays == ["cuda-not-declared"])
    var wanted = ManifestRequirement()
    wanted.environment = "gpu"
    wanted.operatingSystems = 2
    wanted.environments = 2
    wanted.platforms = ["linux-64"]
    wanted.cuda = "12"
    wanted.packages = ["pytorch-gpu"]
    wanted.pypi = ["torchmetrics"]
    wanted.without = ["pytorch"]
    wanted.tasks = ["train"]
    wanted.apartFrom = "jax"
    wanted.togetherWith = "plot"
    #expect(goal.requirement == .manifest(wanted))
  }

  @Test func everyConditionOfTheOtherKindsIsRead() {
    var lock = LockRequirement()
    lock.platform = "linux-64"
    lock.packages = ["numpy"]
    lock.versions = ["cuda-version": "12.*"]
    lock.builds = ["pytorch": "cuda12*"]
    lock.pypi = ["torchmetrics"]
    lock.without = ["cudatoolkit"]
    lock.withoutPyPI = ["torch", "nvidia-*"]
    lock.sameVersion = ["numpy"]
    lock.current = true
    var file = FileRequirement(path: "plots/*.png")
    file.lines = ["drawn"]
    var output = OutputRequirement()
    output.facts = ["framework": "torch", "cuda": "12.*"]
    output.figures = ["accuracy"]
    output.needsGPU = true
    #expect(
      exercise.goals.dropFirst().map(\.requirement) == [
        .lock(lock), .file(file),
        .command(CommandRequirement(command: "train", environment: "gpu")), .output(output),
        .container(
          ContainerRequirement(path: "Dockerfile", conditions: [.installsByLock, .keepsPrefix])),
      ])
  }

  @Test func hintsKeepTheirOrderAndTheirSpelling() {
    #expect(exercise.hints.count == 2)
    #expect(exercise.hints(for: .systemRequirements).map(\.text) == ["Look at `pixi.toml`."])
    #expect(exercise.hints(for: .platforms).last?.goal == "gpu-declares-cuda")
    #expect(
      exercise.hints.last?.text
        == "Declare CUDA:\n\n    pixi workspace platform add linux-64-cuda12=linux-64 --cuda 12")
  }

  @Test func pitfallsSayWhatOneSees() {
    #expect(exercise.pitfalls.map(\.id) == ["cuda-not-declared"])
    #expect(exercise.pitfalls.first?.recovery == "Declare it.")
  }

  @Test func aSolutionLiesOverTheStarterAndTheSpellingOverIt() throws {
    func contents(_ spelling: ManifestSpelling) throws -> [String: String] {
      Dictionary(
        uniqueKeysWithValues: try exercise.solutionFiles(for: spelling).map {
          ($0.path, try String(contentsOf: $0.url, encoding: .utf8))
        })
    }
    let old = try contents(.systemRequirements)
    #expect(old.keys.sorted() == [".dockerignore", "data/points.csv", "pixi.toml", "train.py"])
    #expect(old["train.py"] == "print(2)\n")
    #expect(old["pixi.toml"] == "old\n")
    #expect(try contents(.platforms)["pixi.toml"] == "new\n")
  }

  @Test func anExerciseWithoutSolutionHasNoFilesOfOne() {
    var exercise = exercise
    exercise.solutionFiles = []
    #expect(exercise.solutionFiles(for: .platforms).isEmpty)
  }
}
