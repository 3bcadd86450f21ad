import GPUMetrics
import ProcessRunner

extension GPUSourceSelector {
  /// One whose commands end with this process, however it ends.
  static func guarded(environment: [String: String]) -> GPUSourceSelector {
    GPUSourceSelector(
      environment: environment,
      guarding: { SupervisorLauncher.currentExecutable.guarded($0, $1) })
  }
}
