/// Why a recording cannot be written or read, and what to do.
public struct GPURecordingFault: Error, Sendable, Hashable, CustomStringConvertible {
  /// One sentence: what happened and where.
  public let says: String
  /// One sentence: what to do now.
  public let remedy: String

  public init(says: String, remedy: String) {
    self.says = says
    self.remedy = remedy
  }

  public var description: String { "\(says) \(remedy)" }
}
