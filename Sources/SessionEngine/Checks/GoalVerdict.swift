/// What is so with one goal, and why.
public struct GoalVerdict: Sendable, Hashable, Identifiable {
  public let id: String
  /// The goal's sentence.
  public let says: String
  public let status: GoalStatus
  /// What is missing or wrong, in one or two sentences; nil when it is met.
  public let why: String?
  /// What to do about it; nil when it is met.
  public let remedy: String?
  /// The file it is about, relative to the exercise's folder.
  public let file: String?
  /// From 1.
  public let line: Int?
  /// From 1; nil for the whole line.
  public let column: Int?
  /// The wrong way that was recognised, such as `cpu-jaxlib`.
  public let wrongWay: String?

  public init(
    id: String, says: String, status: GoalStatus, why: String? = nil, remedy: String? = nil,
    file: String? = nil, line: Int? = nil, column: Int? = nil, wrongWay: String? = nil
  ) {
    self.id = id
    self.says = says
    self.status = status
    self.why = why
    self.remedy = remedy
    self.file = file
    self.line = line
    self.column = column
    self.wrongWay = wrongWay
  }
}
