/// A coloured stretch of a line, in bytes of its UTF-8 text; spans are in order and never overlap.
public struct SyntaxSpan: Sendable, Hashable {
  public let bytes: Range<Int>
  public let role: SyntaxRole

  public init(bytes: Range<Int>, role: SyntaxRole) {
    self.bytes = bytes
    self.role = role
  }
}
