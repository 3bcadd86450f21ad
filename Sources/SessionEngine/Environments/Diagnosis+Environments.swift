import WorkshopModel

extension Diagnosis {
  static func unknownEnvironment(_ name: String, of exercise: Exercise) -> Diagnosis {
    let known = exercise.environments.map(\.name)
    return Diagnosis(
      says: "\(exercise.id) has no environment `\(name)`.",
      remedy: known.isEmpty
        ? "It declares none." : "It declares: \(known.joined(separator: ", ")).")
  }

  static func unknownTask(
    _ task: String, _ environment: String, of exercise: Exercise
  ) -> Diagnosis {
    let known = Set(exercise.workloads.map(\.task)).sorted()
    return Diagnosis(
      says: "\(exercise.id) has no task `\(task)` in the environment `\(environment)`.",
      remedy: known.isEmpty
        ? "It has no task at all." : "It has: \(known.joined(separator: ", ")).")
  }

  static func notInstalled(_ name: String, state: EnvironmentStatus.State) -> Diagnosis {
    let reason =
      if case .broken(let reason) = state { "is not whole: \(reason)" } else {
        "is not installed"
      }
    return Diagnosis(
      says: "The environment `\(name)` \(reason).",
      remedy: "Install it first, on the screen or with `atelier env install \(name)`.")
  }
}
