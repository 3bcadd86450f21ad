/// How far a goal is.
public enum GoalStatus: String, Sendable, Hashable, Codable, CaseIterable {
  case met
  /// Not there yet, and nothing that was done stands in its way.
  case open
  /// Something was done that does not lead there.
  case wrong
  /// It cannot be judged here, such as what needs a GPU on a machine without one.
  case unknown
}
