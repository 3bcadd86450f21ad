/// A wrong way that was recognised, and where.
public struct Finding: Sendable, Hashable {
  public let wrongWay: WrongWay
  /// The environment it is about; nil for the workspace as a whole.
  public let environment: String?
  /// What stands there and what follows from it, in one or two sentences.
  public let why: String
  public let remedy: String
  /// Relative to the exercise's folder.
  public let file: String
  /// From 1; nil where no line can be named.
  public let line: Int?
  /// From 1.
  public let column: Int?

  public init(
    _ wrongWay: WrongWay, environment: String? = nil, why: String, remedy: String, file: String,
    line: Int? = nil, column: Int? = nil
  ) {
    self.wrongWay = wrongWay
    self.environment = environment
    self.why = why
    self.remedy = remedy
    self.file = file
    self.line = line
    self.column = column
  }
}
