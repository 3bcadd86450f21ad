import TerminalCore

/// A piece of text with the role that gives it its style.
public struct StyledSpan: Sendable, Hashable {
  public var text: String
  public var role: ThemeRole

  public init(_ text: String, _ role: ThemeRole = .text) {
    self.text = text
    self.role = role
  }
}
