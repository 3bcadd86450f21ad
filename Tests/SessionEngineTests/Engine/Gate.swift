import Foundation
import Glibc

/// Holds a script until a test lets it go on: the script reads a line from the gate's pipe.
final class Gate: Sendable {
  private let descriptor: Int32
  /// A line of shell that waits at the gate.
  let wait: String

  init(_ name: String, in folder: String) {
    let path = folder + "/" + name + ".gate"
    mkfifo(path, 0o600)
    // Open for both, so that nobody waits for the other side.
    descriptor = Glibc.open(path, O_RDWR | O_CLOEXEC)
    wait = "read line < '\(path)'"
  }

  deinit {
    close(descriptor)
  }

  /// Lets one script go on, now or when it comes.
  func open() {
    _ = write(descriptor, "go\n", 3)
  }
}
