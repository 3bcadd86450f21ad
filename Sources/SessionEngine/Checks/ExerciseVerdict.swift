/// What is so with every goal of an exercise.
public struct ExerciseVerdict: Sendable, Hashable {
  public let exercise: String
  /// In the order of exercise.toml.
  public let goals: [GoalVerdict]

  public init(exercise: String, goals: [GoalVerdict]) {
    self.exercise = exercise
    self.goals = goals
  }

  /// Whether every goal is met; an exercise without goals is never passed.
  public var passed: Bool { !goals.isEmpty && goals.allSatisfy { $0.status == .met } }

  public func count(_ status: GoalStatus) -> Int {
    goals.count { $0.status == status }
  }
}
