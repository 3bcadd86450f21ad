import Foundation

/// Does work that blocks, such as looking at many files, away from the cooperative pool.
public enum BlockingWork {
  /// - Throws: What the work throws.
  public static func run<Value: Sendable, Failure: Error>(
    _ work: @escaping @Sendable () throws(Failure) -> Value
  ) async throws(Failure) -> Value {
    let result = await withCheckedContinuation { continuation in
      DispatchQueue.global(qos: .utility).async {
        continuation.resume(returning: Result(catching: work))
      }
    }
    return try result.get()
  }
}
