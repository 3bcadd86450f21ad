/// One thing that was looked at before a run starts.
public struct PreflightFinding: Sendable, Hashable {
  public enum Severity: String, Sendable, Hashable, Codable, Comparable {
    /// Looked at, and well.
    case fine
    /// Could not be looked at, and why.
    case unknown
    /// The run can start, and something will not be as one expects.
    case warning
    /// The run will fail.
    case blocking

    private var rank: Int {
      switch self {
      case .fine: 0
      case .unknown: 1
      case .warning: 2
      case .blocking: 3
      }
    }

    public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }
  }

  /// Such as `gpu-memory`, `driver`, `architecture`, `preallocation`, `lock` or `disk`.
  public let check: String
  /// One, or several with commas between them; nil when it is about all of them.
  public let environment: String?
  public let severity: Severity
  /// One sentence: what was found.
  public let says: String
  /// One sentence: the way out; nil when all is well.
  public let remedy: String?

  public init(
    check: String, environment: String?, severity: Severity, says: String, remedy: String?
  ) {
    self.check = check
    self.environment = environment
    self.severity = severity
    self.says = says
    self.remedy = remedy
  }
}
