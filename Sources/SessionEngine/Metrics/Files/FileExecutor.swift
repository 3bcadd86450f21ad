import Dispatch

/// Runs the follower's work one after another on a queue of its own: reading files blocks.
final class FileExecutor: SerialExecutor {
  private let queue = DispatchQueue(label: "atelier.metric-files")

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    let executor = asUnownedSerialExecutor()
    queue.async { job.runSynchronously(on: executor) }
  }
}
