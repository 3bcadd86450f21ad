import Glibc
import Synchronization

/// Writes every byte of a run to a file as it comes, raw.
///
/// What the terminal reads in a turn, up to 64 KiB, is written at its end, before anyone is told of
/// it: the file lags behind by no buffer of ours, and a flood costs few calls. After a fault nothing
/// more is written, so that the file has no gap.
public final class LogFileWriter: OutputObserver {
  private struct State {
    var descriptor: FileDescriptor?
    var bytesWritten: UInt64 = 0
    var failure: LogFileFailure?
  }

  public let path: String
  private let state: Mutex<State>
  private let onFailure: @Sendable (LogFileFailure) -> Void

  /// Creates the file, or empties it.
  /// - Parameter onFailure: Called once, on the terminal's executor, when a write fails.
  /// - Throws: ``LogFileFailure`` when the file cannot be opened.
  public init(
    path: String, onFailure: @escaping @Sendable (LogFileFailure) -> Void = { _ in }
  ) throws(LogFileFailure) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      throw LogFileFailure(path: path, reason: String(cString: strerror(errno)), bytesWritten: 0)
    }
    self.path = path
    self.onFailure = onFailure
    state = Mutex(State(descriptor: FileDescriptor(descriptor)))
  }

  public var takesWholeTurns: Bool { true }
  /// Bytes that are in the file.
  public var bytesWritten: UInt64 { state.withLock { $0.bytesWritten } }
  /// Why the file is not complete; nil when it is.
  public var failure: LogFileFailure? { state.withLock { $0.failure } }

  public func received(_ bytes: UnsafeRawBufferPointer) {
    let failure = state.withLock { state in write(bytes, &state) }
    if let failure { onFailure(failure) }
  }

  private func write(_ bytes: UnsafeRawBufferPointer, _ state: inout State) -> LogFileFailure? {
    guard let descriptor = state.descriptor?.rawValue else { return nil }
    var rest = bytes
    while !rest.isEmpty {
      let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else {
        let failure = LogFileFailure(
          path: path, reason: String(cString: strerror(errno)), bytesWritten: state.bytesWritten)
        state.failure = failure
        state.descriptor = nil
        return failure
      }
      state.bytesWritten += UInt64(count)
      rest = UnsafeRawBufferPointer(rebasing: rest[count...])
    }
    return nil
  }

  public func finished() {
    state.withLock { $0.descriptor = nil }
  }
}
