import ProcessRunner

/// The commands that install one environment, in order; each is shown before it runs.
public struct InstallPlan: Sendable, Hashable {
  public struct Step: Sendable, Hashable {
    /// A person's words, such as `Download and install torch, numpy`.
    public let title: String
    public let process: ProcessSpecification

    public init(title: String, process: ProcessSpecification) {
      self.title = title
      self.process = process
    }
  }

  public let environment: String
  public let steps: [Step]

  public init(environment: String, steps: [Step]) {
    self.environment = environment
    self.steps = steps
  }
}
