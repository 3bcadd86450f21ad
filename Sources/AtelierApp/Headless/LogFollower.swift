import Foundation
import SessionEngine

/// Reads a run's log while it grows, a clean line at a time: no escape sequence gets through.
struct LogFollower: Sendable {
  private static let interval = Duration.milliseconds(50)
  let file: String

  /// Hands over every line until the task is cancelled, and then what is left in the file.
  func follow(_ tell: (String) -> Void) async {
    guard let handle = FileHandle(forReadingAtPath: file) else { return }
    defer { try? handle.close() }
    var lines = PlainLines()
    while true {
      let isOver = Task.isCancelled
      while let data = try? handle.read(upToCount: 1 << 16), !data.isEmpty {
        data.withUnsafeBytes { lines.feed($0, tell) }
      }
      if isOver { break }
      try? await Task.sleep(for: Self.interval)
    }
    lines.finish(tell)
  }
}
