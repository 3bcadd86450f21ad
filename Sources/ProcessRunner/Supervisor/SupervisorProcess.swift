import Dispatch
import Glibc

/// A running supervisor with its two pipes. Letting it go ends the run.
final class SupervisorProcess {
  let processIdentifier: pid_t
  let status: FileDescriptor
  private let control: FileDescriptor

  init(processIdentifier: pid_t, control: FileDescriptor, status: FileDescriptor) {
    self.processIdentifier = processIdentifier
    self.control = control
    self.status = status
  }

  /// A command is far smaller than what a socket holds: a write that would wait means that the
  /// supervisor is stuck, and nothing is gained by waiting with it. One that has just ended must
  /// not end the console with SIGPIPE.
  func send(_ command: String) {
    var line = command + "\n"
    _ = line.withUTF8 { bytes in
      Glibc.send(control.rawValue, bytes.baseAddress, bytes.count, Int32(MSG_NOSIGNAL))
    }
  }

  deinit {
    Self.reap(processIdentifier, pause: .milliseconds(2))
  }

  /// Looks again after longer and longer pauses; the supervisor ends as soon as its run has.
  private static func reap(_ identifier: pid_t, pause: DispatchTimeInterval) {
    var result: pid_t
    repeat { result = waitpid(identifier, nil, WNOHANG) } while result < 0 && errno == EINTR
    guard result == 0 else { return }
    DispatchQueue.global(qos: .utility).asyncAfter(deadline: .now() + pause) {
      reap(identifier, pause: .milliseconds(100))
    }
  }
}
