/// Why a text is not TOML, and where.
public struct TOMLError: Error, Sendable, Hashable {
  /// Nil when the place is not known.
  public let place: TextPlace?
  /// A sentence.
  public let reason: String

  public init(at place: TextPlace?, reason: String) {
    self.place = place
    self.reason = reason
  }
}
