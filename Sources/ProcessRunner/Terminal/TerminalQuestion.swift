/// What a program waits for a person to answer.
public struct TerminalQuestion: Sendable, Hashable {
  /// The line it has asked with, such as `Proceed? [y/N]`; empty when it has written nothing.
  public let text: String

  public init(text: String) {
    self.text = text
  }
}
