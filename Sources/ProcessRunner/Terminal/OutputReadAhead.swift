import Dispatch
import Glibc
import Synchronization

/// Reads a flood's output while the terminal's own thread still works on what came before.
///
/// The kernel hands a terminal's output over in pieces of 4 KiB: whoever works on each piece before
/// asking for the next leaves the program waiting for most of the time.
final class OutputReadAhead: Sendable {
  /// What was read, in order after the piece before it.
  struct Piece: Sendable {
    var buffer: [UInt8]
    var count = 0
    var reason = Reason.full

    /// Why reading came to its end.
    enum Reason: Sendable {
      /// The buffer is full, or has been filled for long enough.
      case full
      /// The program has written nothing for a moment.
      case quiet
      /// Nobody has the terminal open any more.
      case ended
    }
  }

  /// In milliseconds: for so long a program that writes all the time never pauses.
  private static let quiet: Int32 = 1
  /// After so long a piece is given as it is, so that what a person sees is never older.
  private static let patience = Duration.milliseconds(4)

  private let queue = DispatchQueue(label: "atelier.terminal.read-ahead")
  /// Where the queue takes its buffer from, so that nobody else holds it and it is never copied.
  private let handed = Mutex<[UInt8]>([])

  /// Begins to read; one piece at a time.
  /// - Parameters:
  ///   - buffer: Filled as far as it goes; comes back with the piece.
  ///   - receive: Called on a queue of the system's.
  func begin(
    _ descriptor: FileDescriptor, into buffer: consuming [UInt8],
    receive: @escaping @Sendable (Piece) -> Void
  ) {
    handed.withLock { $0 = buffer }
    queue.async { [self] in
      var piece = Piece(buffer: handed.withLock { exchange(&$0, with: []) })
      fill(&piece, from: descriptor)
      receive(piece)
    }
  }

  private func fill(_ piece: inout Piece, from descriptor: FileDescriptor) {
    let end = ContinuousClock.now + Self.patience
    while piece.count < piece.buffer.count {
      let filled = piece.count
      let result = piece.buffer.withUnsafeMutableBytes {
        descriptor.read(into: UnsafeMutableRawBufferPointer(rebasing: $0[filled...]))
      }
      switch result {
      case .bytes(let count):
        piece.count += count
      case .ended:
        piece.reason = .ended
        return
      case .nothingYet:
        if filled > 0, .now > end { return }
        var polled = pollfd(fd: descriptor.rawValue, events: Int16(POLLIN), revents: 0)
        if poll(&polled, 1, Self.quiet) == 0 {
          piece.reason = .quiet
          return
        }
      }
    }
  }
}
