/// Stands in where nothing gives figures, and says why.
public struct NoGPUSource: GPUSource {
  public let kind = GPUSourceKind.none
  /// What is missing and what to do about it.
  public let reason: String

  public init(reason: String) {
    self.reason = reason
  }

  public func sample() async -> GPUReport {
    GPUReport(source: .none, reason: reason)
  }

  public func close() async {}
}
