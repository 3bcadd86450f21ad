/// What a person asked of one run beyond the exercise's own words.
public struct RunOptions: Sendable, Hashable, Codable {
  /// Arguments after the workload's own.
  public var arguments: [String]
  /// Variables over the ones a run has anyway.
  public var variables: [String: String]
  /// An absolute path; nil for the exercise's folder.
  public var workingDirectory: String?
  /// Seconds after which the run is stopped; nil for never.
  public var timeoutSeconds: Double?
  /// The CUDA version that pixi is made to believe in (`CONDA_OVERRIDE_CUDA`); nil leaves it alone.
  public var overrideCUDA: String?

  public init(
    arguments: [String] = [], variables: [String: String] = [:], workingDirectory: String? = nil,
    timeoutSeconds: Double? = nil, overrideCUDA: String? = nil
  ) {
    self.arguments = arguments
    self.variables = variables
    self.workingDirectory = workingDirectory
    self.timeoutSeconds = timeoutSeconds
    self.overrideCUDA = overrideCUDA
  }
}
