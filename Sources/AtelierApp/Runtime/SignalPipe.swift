import CPosix
import Dispatch
import Glibc
import SessionEngine

/// Hears of signals: once it is made, none is lost and none ends the process. One in a process.
final class SignalPipe: Sendable {
  private let descriptor: Int32

  /// - Throws: `Diagnosis` when there is no pipe to be had.
  init(_ numbers: [Int32]) throws {
    descriptor = atelier_signal_pipe(numbers, numbers.count)
    guard descriptor >= 0 else {
      throw Diagnosis(
        says: "The process cannot hear of signals: \(SystemError.words(errno)).",
        remedy: "Close programs, or raise `ulimit -n`.")
    }
  }

  /// Tells the number of each signal, those that came before too, until the source is cancelled.
  func watch(
    on queue: DispatchQueue, _ heard: @escaping @Sendable (Int32) -> Void
  ) -> any DispatchSourceProtocol {
    let source = DispatchSource.makeReadSource(fileDescriptor: descriptor, queue: queue)
    source.setEventHandler { [descriptor] in
      var numbers = [UInt8](repeating: 0, count: 64)
      let count = read(descriptor, &numbers, numbers.count)
      for number in numbers.prefix(max(0, count)) { heard(Int32(number)) }
    }
    source.activate()
    return source
  }
}
