/// Which runs are asked for; every condition that is given must hold.
public struct RunFilter: Sendable, Hashable {
  public var exercise: String?
  public var environment: String?
  public var batch: String?
  public var onlyPinned: Bool
  /// Whether installs and shells come along, too.
  public var onlyWorkloads: Bool
  /// At most so many; nil for all.
  public var limit: Int?

  public init(
    exercise: String? = nil, environment: String? = nil, batch: String? = nil,
    onlyPinned: Bool = false, onlyWorkloads: Bool = false, limit: Int? = nil
  ) {
    self.exercise = exercise
    self.environment = environment
    self.batch = batch
    self.onlyPinned = onlyPinned
    self.onlyWorkloads = onlyWorkloads
    self.limit = limit
  }
}
