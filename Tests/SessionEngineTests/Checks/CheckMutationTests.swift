import PixiWorkspace
import SessionEngine
import TestSupport
import Testing
import WorkshopModel

/// Damaged manifests and locks: always a verdict, and never a goal that is met without what it needs.
@Suite struct CheckMutationTests {
  /// Words that mean something in these files, to be put where they do not belong.
  private static let words = [
    "]", "[", "\"", "'''", " = {", "}", "#", "[feature.gpu]", "\u{0}", "🙂", ": ", "- conda: ",
    "cuda = \"12\"", "pytorch-gpu = \"*\"", "solve-group = \"m\"", "9999999999999999999999",
  ]

  private static let manifestGoals: [(goal: Goal, needs: [String])] = [
    manifestGoal("asks", needs: ["pytorch-gpu", "gpu"]) { $0.packages = ["pytorch-gpu"] },
    manifestGoal("cuda", needs: ["cuda", "12", "gpu"]) { $0.cuda = "12" },
    manifestGoal("pypi", needs: ["torchmetrics", "pypi-dependencies"]) {
      $0.pypi = ["torchmetrics"]
    },
    manifestGoal("task", needs: ["train", "tasks"]) { $0.tasks = ["train"] },
    manifestGoal("platform", needs: ["linux-64", "platforms"]) { $0.platforms = ["linux-64"] },
    manifestGoal("apart", needs: ["cpu", "environments"]) { $0.apartFrom = "cpu" },
  ]

  private static func manifestGoal(
    _ id: String, needs: [String], _ change: (inout ManifestRequirement) -> Void
  ) -> (goal: Goal, needs: [String]) {
    var requirement = ManifestRequirement()
    requirement.environment = "gpu"
    change(&requirement)
    let goal = Goal(
      id: id, says: "It is so.", requirement: .manifest(requirement),
      wrongWays: WrongWay.allCases.map(\.rawValue))
    return (goal, needs)
  }

  private static let lockGoals: [(goal: Goal, needs: [String])] = [
    lockGoal("packages", needs: ["numpy", "gpu:", "linux-64"]) { $0.packages = ["numpy"] },
    lockGoal("builds", needs: ["/pytorch-", "cuda12"]) { $0.builds = ["pytorch": "cuda12*"] },
    lockGoal("versions", needs: ["cuda-version-12"]) { $0.versions = ["cuda-version": "12.*"] },
    lockGoal("pypi", needs: ["torchmetrics", "pypi:"]) { $0.pypi = ["torchmetrics"] },
    lockGoal("current", needs: ["pytorch-gpu-", "cuda-version-12", "torchmetrics"]) {
      $0.current = true
    },
  ]

  private static func lockGoal(
    _ id: String, needs: [String], _ change: (inout LockRequirement) -> Void
  ) -> (goal: Goal, needs: [String]) {
    var requirement = LockRequirement()
    requirement.environment = "gpu"
    change(&requirement)
    let goal = Goal(
      id: id, says: "It is so.", requirement: .lock(requirement), wrongWays: ["stale-lock"])
    return (goal, needs)
  }

  private func expectNoWrongMet(
    _ goals: [(goal: Goal, needs: [String])], _ subject: CheckSubject, _ text: String,
    _ seed: UInt64
  ) {
    let verdict = ExerciseChecker().verdict(
      on: CheckedProject.exercise(goals.map(\.goal)), subject)
    #expect(verdict.goals.count == goals.count)
    for (goal, wanted) in zip(verdict.goals, goals) {
      if goal.status == .met {
        let missing = wanted.needs.filter { !text.lowercased().contains($0) }
        #expect(missing.isEmpty, "\(seed): \(goal.id) is met without \(missing) in\n\(text)")
      } else {
        #expect(goal.why?.isEmpty == false && goal.remedy?.isEmpty == false, "\(seed): \(goal)")
      }
    }
  }

  @Test(arguments: [CheckedProject.systemRequirements, CheckedProject.platforms])
  func aDamagedManifestGetsAVerdictThatIsNoWrongMet(_ manifest: String) {
    for seed in 1...UInt64(2500) {
      var chance = SeededGenerator(seed: seed)
      let text = chance.mutate(manifest, with: Self.words)
      expectNoWrongMet(Self.manifestGoals, CheckedProject.subject(text), text, seed)
    }
  }

  @Test(arguments: [false, true])
  func aDamagedLockGetsAVerdictThatIsNoWrongMet(_ isNew: Bool) {
    let lock = CheckedProject.lock(isNew: isNew)
    for seed in 1...UInt64(2500) {
      var chance = SeededGenerator(seed: seed)
      let text = chance.mutate(lock, with: Self.words)
      let subject = CheckedProject.subject(CheckedProject.systemRequirements, lock: text)
      expectNoWrongMet(Self.lockGoals, subject, text, seed)
    }
  }

  /// Whatever else is changed: without the lines that a goal needs it is not met.
  @Test func whatWasTakenOutIsNeverMet() {
    let taken: [(id: String, lines: String)] = [
      ("asks", "pytorch-gpu"), ("cuda", "cuda"), ("pypi", "torchmetrics"), ("task", "train"),
      ("platform", "linux-64"), ("apart", "cpu"),
    ]
    for manifest in [CheckedProject.systemRequirements, CheckedProject.platforms] {
      for (id, needed) in taken {
        let left = manifest.split(separator: "\n", omittingEmptySubsequences: false)
          .filter { !$0.contains(needed) }.joined(separator: "\n")
        for seed in 1...UInt64(60) {
          var chance = SeededGenerator(seed: seed)
          // Nothing that could put back what was taken out.
          let text = chance.mutate(left, with: ["]", "#", "🙂"])
          guard !text.contains(needed) else { continue }
          let goals = Self.manifestGoals.filter { $0.goal.id == id }
          let verdict = ExerciseChecker().verdict(
            on: CheckedProject.exercise(goals.map(\.goal)), CheckedProject.subject(text))
          #expect(verdict.goals[0].status != .met, "\(id), \(seed):\n\(text)")
        }
      }
    }
  }

  @Test func aManifestCutAtAnyByteGetsAVerdict() {
    let bytes = Array(CheckedProject.platforms.utf8)
    let lock = Array(CheckedProject.lock(isNew: true).utf8)
    for end in bytes.indices {
      let text = String(decoding: bytes[..<end], as: UTF8.self)
      let cut = String(decoding: lock[..<min(end * 4, lock.count)], as: UTF8.self)
      expectNoWrongMet(
        Self.manifestGoals, CheckedProject.subject(text, lock: cut), text, UInt64(end))
      expectNoWrongMet(
        Self.lockGoals, CheckedProject.subject(CheckedProject.platforms, lock: cut), cut,
        UInt64(end))
    }
  }
}
