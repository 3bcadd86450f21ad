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

  /// What could be compared.
  public enum Comparison: Sendable, Hashable {
    /// Both as texts, line by line; line endings do not count.
    case text
    /// The participant does not have it: every line is the solution's.
    case missing
    /// At least one of them is no text.
    case binary(isSame: Bool)
    /// What stands in its place cannot be read, with the reason in words, such as `it is a folder`.
    case unreadable(String)
  }

  /// Relative to the exercise's folder.
  public let path: String
  public let comparison: Comparison
  /// Every line of both, in order; empty when the file is not text.
  public let lines: [Line]

  public init(path: String, lines: [Line], comparison: Comparison = .text) {
    self.path = path
    self.lines = lines
    self.comparison = comparison
  }

  public var isSame: Bool {
    switch comparison {
    case .text: lines.allSatisfy { $0.kind == .same }
    case .binary(let isSame): isSame
    case .missing, .unreadable: false
    }
  }
}
