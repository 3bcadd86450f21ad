/// What a run is for.
public enum RunPurpose: Sendable, Hashable {
  /// Makes an environment: step `step` of `of`, counted from 1.
  case install(step: Int, of: Int)
  /// The exercise's workload.
  case workload
  /// An interactive shell.
  case shell
  /// A task of the exercise's workspace, by its name.
  case task(String)

  /// Whether it runs a program whose figures can be compared.
  public var givesFigures: Bool {
    switch self {
    case .workload, .task: true
    case .install, .shell: false
    }
  }
}
