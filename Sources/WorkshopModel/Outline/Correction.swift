/// A place where the outline differs from what was announced, and why.
public struct Correction: Sendable, Hashable, Codable {
  public let segment: String
  public let announced: String
  public let corrected: String
  public let reason: String

  public init(segment: String, announced: String, corrected: String, reason: String) {
    self.segment = segment
    self.announced = announced
    self.corrected = corrected
    self.reason = reason
  }
}
