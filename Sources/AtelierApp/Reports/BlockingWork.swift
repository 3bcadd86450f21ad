import Dispatch

/// Does what blocks on a thread that nobody else waits for.
enum BlockingWork {
  static func run<Value: Sendable>(
    _ work: @escaping @Sendable () throws -> Value
  ) async throws -> Value {
    try await withCheckedThrowingContinuation { done in
      DispatchQueue.global().async { done.resume(with: Result(catching: work)) }
    }
  }
}
