/// How a file of the participant differs from the solution's.
public struct FileDifference: Sendable, Hashable {
  public struct Line: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable, Codable {
      case same
      /// Only the participant has it.
      case own
      /// Only the solution has it.
      case solution
    }

    public let kind: Kind
    public let text: String
    /// From 1; nil for a line of the solution.
    public let ownNumber: Int?
    /// From 1; nil for a line of the participant.
    public let solutionNumber: Int?

    public init(kind: Kind, text: String, ownNumber: Int?, solutionNumber: Int?) {
      self.kind = kind
      self.text = text
      self.ownNumber = ownNumber
      self.solutionNumber = solutionNumber
    }
  }

  /// Relative to the exercise's folder.
  public let path: String
  /// Every line of both, in order; empty when the file is not text.
  public let lines: [Line]

  public init(path: String, lines: [Line]) {
    self.path = path
    self.lines = lines
  }

  public var isSame: Bool { lines.allSatisfy { $0.kind == .same } }
}
