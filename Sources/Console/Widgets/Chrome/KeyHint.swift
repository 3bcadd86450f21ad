/// A key and what it does now, in a word or two.
public struct KeyHint: Sendable, Hashable {
  public var key: String
  public var label: String

  public init(_ key: String, _ label: String) {
    self.key = key
    self.label = label
  }
}
