/// Stands in where nothing gives figures, and says why.
public struct NoGPUSource: GPUSource {
  public let kind = GPUSourceKind.none
  /// What is missing and what to do about it.
  public let reason: String
  /// What NVML or the command answered; nil where nobody was asked.
  public let problem: DriverProblem?

  public init(reason: String, problem: DriverProblem? = nil) {
    self.reason = reason
    self.problem = problem
  }

  public func sample() async -> GPUReport {
    var report = GPUReport(source: .none, reason: reason)
    report.problem = problem
    return report
  }

  public func close() async {}
}
