import WorkshopModel

/// Judges what runs that ended well said of themselves.
struct OutputJudge {
  let exercise: Exercise
  let subject: CheckSubject

  func judge(_ requirement: OutputRequirement) -> GoalJudgement {
    let runs = subject.runs.filter { run in
      run.exercise == exercise.id && run.hasEndedWell && run.purpose.givesFigures
        && (requirement.environment ?? run.environment) == run.environment
    }
    let place = requirement.environment.map { " in \($0)" } ?? ""
    let running = running(in: requirement.environment)
    let judgement = ConditionList.judge(
      runs.map { conditions(requirement, on: $0, running) },
      otherwise: Shortfall(
        why: "No run has ended well\(place) yet.", remedy: running))
    guard requirement.needsGPU, !subject.hasGPU, case .open = judgement else { return judgement }
    return .unknown(
      Shortfall(
        why: "No NVIDIA GPU answers on this machine, and this can be seen on one only.",
        remedy: "Run it on a machine with a GPU; the other goals can all be met here."))
  }

  /// How a run is begun here. pixi installs nothing that is for CUDA where no driver is.
  private func running(in environment: String?) -> String {
    if let environment, subject.pixi != nil, !subject.hasGPU,
      exercise.environments.contains(where: { $0.name == environment && $0.cuda != nil })
    {
      return "No NVIDIA GPU answers here; on the processor it runs with "
        + "`atelier run \(exercise.id) --env \(environment) --provider venv`."
    }
    return CommandJudge.running(nil, in: environment, of: exercise)
  }

  private func conditions(
    _ requirement: OutputRequirement, on run: StoredRun, _ running: String
  ) -> ConditionList {
    var list = ConditionList()
    for (fact, glob) in requirement.facts.sorted(by: { $0.key < $1.key }) {
      list.add {
        guard let value = run.facts[fact] else {
          return Shortfall(
            why: "\(run.id) in \(run.environment) did not say its \(fact).",
            remedy: "See that the program prints it, then run it again. \(running)")
        }
        guard Glob(glob).fits(version: value) else {
          return Shortfall(
            why: "\(run.id) in \(run.environment) said \(fact) = \(value); \(glob) is wanted.",
            remedy: "See what the environment was solved to, then run it again. \(running)")
        }
        return nil
      }
    }
    for figure in requirement.figures {
      list.add {
        subject.figures[run.id]?.contains(figure) == true
          ? nil
          : Shortfall(
            why: "\(run.id) in \(run.environment) reported no \(figure).",
            remedy: "See that the program prints it, then run it again. \(running)")
      }
    }
    return list
  }
}
