import ProcessRunner
import WorkshopModel

/// What is to be started as a run, and what it is for.
struct RunPlan: Sendable {
  /// What is asked again when the run is started again.
  enum Origin: Sendable {
    case install
    case lane(Int, of: BatchSnapshot.ID, BatchRequest, Workload)
    case shell(isPlain: Bool)
    case task(TaskRequest)
  }

  /// How the title of a shell begins that is in no environment.
  static let plainShellTitle = "A shell without an environment"

  let origin: Origin
  /// As the provider has planned it, before the options.
  let specification: ProcessSpecification
  let exercise: String
  let environment: String
  let purpose: RunPurpose
  let title: String
  var options = RunOptions()
  var name: String?
  var batch: BatchSnapshot.ID?
  var repetition: Int?

  /// Nil for what runs no workload of the exercise.
  func workload(in exercise: Exercise) -> Workload? {
    switch origin {
    case .lane(_, of: _, _, let workload): workload
    case .task(let request):
      exercise.workloads.first {
        $0.task == request.name && $0.environment == request.environment
      }
    case .install, .shell: nil
    }
  }
}
