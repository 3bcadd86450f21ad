/// Something a participant's work shows when the exercise is done; declared in exercise.toml as `[[goal]]`.
public struct Goal: Sendable, Hashable, Identifiable {
  /// Such as `gpu-declares-cuda`; unique in its exercise.
  public let id: String
  /// One sentence, true when the goal is met.
  public let says: String
  public let requirement: GoalRequirement
  /// The wrong ways that are looked for while the goal is not met, by their names such as
  /// `cpu-jaxlib`; the first that is found makes the goal wrong instead of open.
  public let wrongWays: [String]

  public init(id: String, says: String, requirement: GoalRequirement, wrongWays: [String] = []) {
    self.id = id
    self.says = says
    self.requirement = requirement
    self.wrongWays = wrongWays
  }
}
