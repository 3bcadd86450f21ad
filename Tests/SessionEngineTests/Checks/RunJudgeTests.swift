import PixiWorkspace
import SessionEngine
import Testing
import WorkshopModel

/// Goals on runs, on files, and the way from a wrong way to a verdict.
@Suite struct RunJudgeTests {
  private func command(_ command: String, _ runs: [StoredRun]) -> GoalVerdict {
    CheckedProject.verdict(
      .command(CommandRequirement(command: command, environment: "gpu")),
      CheckedProject.subject(CheckedProject.systemRequirements, runs: runs))
  }

  @Test func onlyARunThatCameToItsOwnGoodEndCounts() {
    let none = command("train", [])
    // Whoever has run it in a shell is told why that does not count.
    #expect(none.status == .open && none.remedy?.contains("what runs in a shell") == true)
    #expect(command("train", [CheckedProject.run(1)]).status == .met)
    #expect(command("train", [CheckedProject.run(1, environment: "cpu")]).status == .open)
    #expect(command("train", [CheckedProject.run(1, ending: .signaled(9))]).status == .open)
    #expect(command("train", [CheckedProject.run(1, wasStopped: true)]).status == .open)
    let failed = command("train", [CheckedProject.run(7, ending: .exited(1))])
    #expect(failed.status == .open && failed.why?.contains("#7") == true)
    let earlier = [CheckedProject.run(8, ending: .exited(1)), CheckedProject.run(7)]
    #expect(command("train", earlier).status == .met)
  }

  @Test func commandsAreToldByTheirBeginning() {
    let install = CheckedProject.run(
      1, purpose: .install(step: 1, of: 1),
      commandLine: "/opt/bin/pixi install --manifest-path /w/pixi.toml --locked -e gpu")
    #expect(command("pixi install", [install]).status == .met)
    #expect(command("pixi in", [install]).status == .open)
    #expect(command("train", [install]).status == .open)
    #expect(command("plot", [CheckedProject.run(1, purpose: .task("plot"))]).status == .met)
  }

  @Test func aTaskThatRunsAnotherFirstCountsForBoth() {
    let manifest = CheckedProject.systemRequirements.replacing(
      "train = \"python train.py\"",
      with: "train = \"python train.py\"\nplot = { cmd = \"true\", depends-on = [\"train\"] }")
    let verdict = CheckedProject.verdict(
      .command(CommandRequirement(command: "train", environment: "gpu")),
      CheckedProject.subject(manifest, runs: [CheckedProject.run(1, purpose: .task("plot"))]))
    #expect(verdict.status == .met)
  }

  private func output(
    facts: [String: String], figures: [String] = ["accuracy"], needsGPU: Bool = false,
    hasGPU: Bool = false
  ) -> GoalVerdict {
    var requirement = OutputRequirement()
    requirement.facts = ["framework": "torch", "cuda": "12.*"]
    requirement.figures = ["accuracy"]
    requirement.needsGPU = needsGPU
    return CheckedProject.verdict(
      .output(requirement),
      CheckedProject.subject(
        nil, runs: [CheckedProject.run(3, facts: facts)], hasGPU: hasGPU,
        figures: [RunID(3): figures]))
  }

  @Test func oneRunMustHaveSaidEverything() {
    let right = ["framework": "torch", "cuda": "12.9"]
    #expect(output(facts: right).status == .met)
    #expect(output(facts: right, figures: ["loss"]).why?.contains("no accuracy") == true)
    #expect(output(facts: ["framework": "jax", "cuda": "12.9"]).status == .open)
    #expect(output(facts: ["framework": "torch", "cuda": "11.8"]).why?.contains("11.8") == true)
    #expect(output(facts: [:]).status == .open)
  }

  @Test func withoutAGPUTheWayThatWorksIsNamed() {
    var requirement = OutputRequirement()
    requirement.environment = "gpu"
    let goal = Goal(id: "trained", says: "It trained.", requirement: .output(requirement))
    let gpu = EnvironmentDeclaration(
      name: "gpu", title: "PyTorch", cuda: "12", requirements: [], gpuRequirements: [],
      extraIndex: nil, probeModule: "torch")
    let exercise = CheckedProject.exercise([goal], environments: [gpu])
    func remedy(pixi: PixiVersion? = PixiVersion(0, 77), hasGPU: Bool) -> String? {
      ExerciseChecker().verdict(
        on: exercise, CheckedProject.subject(nil, pixi: pixi, hasGPU: hasGPU)
      ).goals[0].remedy
    }
    #expect(remedy(hasGPU: false)?.contains("--env gpu --provider venv`") == true)
    #expect(remedy(hasGPU: true)?.contains("venv") == false)
    #expect(remedy(pixi: nil, hasGPU: false)?.contains("venv") == false)
  }

  @Test func whatNeedsAGPUIsUnknownWithoutOneUnlessItWasSeen() {
    let unknown = output(facts: ["framework": "torch"], needsGPU: true)
    #expect(unknown.status == .unknown && unknown.why != nil && unknown.remedy != nil)
    #expect(output(facts: ["framework": "torch"], needsGPU: true, hasGPU: true).status == .open)
    let right = ["framework": "torch", "cuda": "12.9"]
    #expect(output(facts: right, needsGPU: true).status == .met)
  }

  @Test func aFileIsThereHoldsItsLinesAndIsNotTheStarters() {
    func judge(
      _ path: String, lines: [String] = [], changed: Bool = false, _ file: CheckedFile?,
      text: String? = nil
    ) -> GoalStatus {
      var requirement = FileRequirement(path: path)
      requirement.lines = lines
      requirement.changed = changed
      return CheckedProject.verdict(
        .file(requirement),
        CheckedProject.subject(
          nil, texts: file.flatMap { file in text.map { [file.path: $0] } } ?? [:],
          files: [file].compactMap(\.self))
      ).status
    }
    let figure = CheckedFile(path: "plots/fit.png", bytes: 9)
    #expect(judge("plots/*.png", figure) == .met)
    #expect(judge("*.png", figure) == .open)
    #expect(judge("**/*.png", figure) == .met)
    #expect(judge("fit.png", nil) == .open)
    #expect(judge("fit.png", CheckedFile(path: "fit.png", bytes: 0)) == .open)
    let ignore = CheckedFile(path: ".dockerignore", bytes: 9, isChanged: false)
    #expect(judge(".dockerignore", lines: [".pixi"], ignore, text: "a\r\n .pixi \r\n") == .met)
    #expect(judge(".dockerignore", lines: [".pixi"], ignore, text: ".pixi/x\n") == .open)
    #expect(judge(".dockerignore", changed: true, ignore, text: "x") == .open)
  }

  @Test func theFirstWrongWayInTheGoalsOrderIsTold() {
    let text = CheckedProject.systemRequirements.replacing(
      "[feature.gpu.system-requirements]\ncuda = \"12\"\n", with: "")
    var requirement = ManifestRequirement()
    requirement.environment = "gpu"
    requirement.cuda = "12"
    let verdict = CheckedProject.verdict(
      .manifest(requirement), CheckedProject.subject(text),
      wrongWays: [.mixedSpellings, .cudaNotDeclared])
    #expect(verdict.status == .wrong && verdict.wrongWay == "cuda-not-declared")
    #expect(verdict.line != nil && verdict.remedy != nil)
    requirement.environment = "cpu"
    let other = CheckedProject.verdict(
      .manifest(requirement), CheckedProject.subject(text), wrongWays: [.cudaNotDeclared])
    #expect(other.status == .open)
  }
}
