import Foundation

/// Runs an actor's work on a queue of its own: a slow disk must not hold up the cooperative pool.
final class FileExecutor: SerialExecutor {
  private let queue = DispatchQueue(label: "atelier.files")

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { job.runSynchronously(on: self.asUnownedSerialExecutor()) }
  }
}
