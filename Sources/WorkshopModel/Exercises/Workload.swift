/// The program an exercise runs in one of its environments.
public struct Workload: Sendable, Hashable {
  /// The environment it belongs to.
  public let environment: String
  /// The pixi task that runs it, such as `train`.
  public let task: String
  /// The same without pixi, run by the environment's Python: `["train.py", "--device", "auto"]`.
  public let arguments: [String]

  public init(environment: String, task: String, arguments: [String]) {
    self.environment = environment
    self.task = task
    self.arguments = arguments
  }
}
