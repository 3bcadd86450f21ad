/// What went wrong, where, and the way out; the tool's own words are kept beside ours.
public struct Diagnosis: Error, Sendable, Hashable, CustomStringConvertible {
  /// One sentence: what happened and where.
  public let says: String
  /// One sentence: what to do now.
  public let remedy: String
  /// The tool's own text, as it printed it; nil when it printed none.
  public let details: String?

  public init(says: String, remedy: String, details: String? = nil) {
    self.says = says
    self.remedy = remedy
    self.details = details
  }

  public var description: String { "\(says) \(remedy)" }
}
