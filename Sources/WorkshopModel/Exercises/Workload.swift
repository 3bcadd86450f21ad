/// The program an exercise runs in one of its environments.
public struct Workload: Sendable, Hashable {
  /// The environment it belongs to.
  public let environment: String
  /// The pixi task that runs it, such as `train`.
  public let task: String
  /// The same without pixi, run by the environment's Python: `["train.py", "--device", "auto"]`.
  public let arguments: [String]
  /// How figures are taken off its output, besides the formats that are known anyway.
  public let metricPatterns: [MetricPattern]
  /// Files it writes its figures to, TensorBoard's event files and CSV, as globs below the exercise's
  /// folder: `runs/**/events.out.tfevents.*`.
  public let metricFiles: [String]

  public init(
    environment: String, task: String, arguments: [String], metricPatterns: [MetricPattern] = [],
    metricFiles: [String] = []
  ) {
    self.environment = environment
    self.task = task
    self.arguments = arguments
    self.metricPatterns = metricPatterns
    self.metricFiles = metricFiles
  }
}
