/// How far something has come that says so itself.
public struct RunProgress: Sendable, Hashable {
  /// 0 to 1; nil when only the words are known.
  public var fraction: Double?
  /// What is being done, such as `41 of 94 packages`.
  public var words: String

  public init(fraction: Double?, words: String) {
    self.fraction = fraction
    self.words = words
  }
}
