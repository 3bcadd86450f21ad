import SessionEngine

/// A message above the footer; it stays until the next notice or until it is dismissed.
public struct Notice: Sendable, Equatable {
  public enum Kind: Sendable, Equatable {
    case information
    case success
    /// Something to be looked at, and no failure.
    case warning
    case failure
  }

  public var kind: Kind
  public var text: String

  public init(_ kind: Kind, _ text: String) {
    self.kind = kind
    self.text = text
  }

  public init(_ diagnosis: Diagnosis) {
    self.init(.failure, diagnosis.words)
  }
}
