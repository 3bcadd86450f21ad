import SessionEngine
import TestSupport
import Testing

@Suite struct TaskChoiceTests {
  private func task(_ name: String, _ environments: [String]) -> WorkspaceTask {
    WorkspaceTask(
      name: name, environments: environments, command: nil, summary: nil, dependsOn: [],
      arguments: [])
  }

  private func choice() throws -> TaskChoice {
    TaskChoice(
      exercise: try ExerciseFixture().exercise,
      tasks: [
        task("probe", ["gpu"]), task("lint", ["cpu", "gpu"]), task("docs", ["docs"]),
        task("train", ["cpu"]), task("train", ["gpu"]),
      ])
  }

  @Test func theOnlyEnvironmentIsTaken() throws {
    #expect(try choice().environment(for: "probe", named: nil) == "gpu")
    #expect(try choice().environment(for: "train", named: "gpu") == "gpu")
  }

  @Test func ofSeveralOneMustBeNamed() throws {
    let several = #expect(throws: Diagnosis.self) {
      try choice().environment(for: "lint", named: nil)
    }
    #expect(several?.says == "Several environments have the task `lint`: cpu, gpu.")
    let wrong = #expect(throws: Diagnosis.self) {
      try choice().environment(for: "probe", named: "cpu")
    }
    #expect(wrong?.remedy == "It is in: gpu.")
    let foreign = #expect(throws: Diagnosis.self) {
      try choice().environment(for: "docs", named: nil)
    }
    #expect(foreign?.remedy == "pixi has it in: docs.")
  }

  @Test func anUnknownTaskNamesTheOnesThereAre() throws {
    let diagnosis = #expect(throws: Diagnosis.self) {
      try choice().environment(for: "trian", named: nil)
    }
    #expect(diagnosis?.remedy == "It has: docs, lint, probe, train.")
  }
}
