import WorkshopModel

/// Finds the environment a task runs in when a person has named only the task.
public struct TaskChoice: Sendable {
  private let exercise: Exercise
  private let tasks: [WorkspaceTask]

  public init(exercise: Exercise, tasks: [WorkspaceTask]) {
    self.exercise = exercise
    self.tasks = tasks
  }

  /// The environment named; or else the one of the exercise's workload of this name; or the only
  /// one of the exercise's that has the task; or `default`.
  /// - Throws: `Diagnosis` that names the tasks or the environments there are.
  public func environment(for name: String, named: String?) throws(Diagnosis) -> String {
    let candidates = tasks.filter { $0.name == name }
    guard !candidates.isEmpty else { throw unknown(name) }
    let having = candidates.flatMap(\.environments)
    if let named {
      guard having.contains(named) else {
        throw Diagnosis(
          says: "\(exercise.id) has no task `\(name)` in the environment `\(named)`.",
          remedy: "It is in: \(having.joined(separator: ", ")).")
      }
      return named
    }
    let own = having.filter { exercise.environment($0) != nil }
    let workloads = exercise.workloads.filter { $0.task == name && own.contains($0.environment) }
    if workloads.count == 1 { return workloads[0].environment }
    if own.count == 1 { return own[0] }
    if own.contains("default") { return "default" }
    guard own.isEmpty else {
      throw Diagnosis(
        says: "Several environments have the task `\(name)`: \(own.joined(separator: ", ")).",
        remedy: "Name one with `--env`.")
    }
    throw Diagnosis(
      says: "None of the exercise's environments has the task `\(name)`.",
      remedy: "pixi has it in: \(having.joined(separator: ", ")).")
  }

  private func unknown(_ name: String) -> Diagnosis {
    let known = Set(tasks.map(\.name)).sorted().joined(separator: ", ")
    return Diagnosis(
      says: "\(exercise.id) has no task `\(name)`.",
      remedy: known.isEmpty ? "It has no task at all." : "It has: \(known).")
  }
}
