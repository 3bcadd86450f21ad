import Glibc

/// Runs an actor's jobs on a thread of its own, which also waits for the actor's descriptors.
///
/// Reads follow the kernel's word without a hop between threads, and nothing takes a thread of the
/// cooperative pool. (Dispatch sources are no way: libdispatch for Linux, at least as of Swift 6.3,
/// crashes in its event loop when pseudo-terminals hang up.)
final class EventLoopExecutor: SerialExecutor {
  private let loop: EventLoop

  /// - Throws: ``SystemFailure`` when the system gives no descriptor or no thread.
  init(name: String) throws(SystemFailure) {
    loop = try EventLoop()
    try loop.startThread(name: name)
  }

  func enqueue(_ job: consuming ExecutorJob) {
    let unowned = UnownedJob(job)
    loop.perform { unowned.runSynchronously(on: self.asUnownedSerialExecutor()) }
  }

  func checkIsolated() {
    precondition(loop.isCurrent, "called outside the terminal's own thread")
  }

  /// Ends the thread; what is asked from now on is done without one.
  func retire() {
    loop.stop()
  }

  /// Calls back on the loop's thread while the descriptor is ready, until the watch is let go.
  func watch(
    _ descriptor: FileDescriptor, for interest: EventLoop.Interest,
    handler: @escaping @Sendable () -> Void
  ) -> EventLoop.Watch {
    loop.watch(descriptor, for: interest, handler: handler)
  }

  /// Calls back on the loop's thread once, after so long.
  func after(_ pause: Duration, _ action: @escaping @Sendable () -> Void) {
    loop.after(pause, action)
  }

  deinit {
    loop.stop()
  }
}
