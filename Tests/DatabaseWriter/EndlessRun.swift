import Foundation
import Glibc
import SessionEngine

/// Keeps a run without end, so that a test can kill it at any moment.
///
/// Says `run N` when it has begun, then `written N` each time N points of each series have been
/// written. The value of the n-th point of a series is n.
struct EndlessRun {
  let path: String

  func write() async throws {
    let recorder = await DatabaseRecorder(
      try await DatabaseWriter.open(path), now: { Date() },
      tell: { DatabaseWriter.say("news \($0)") })
    let id = await recorder.begin(DatabaseWriter.run(title: "without end"))
    DatabaseWriter.say("run \(id.number)")
    var count = 0
    // It ends with whoever started it.
    let parent = getppid()
    while getppid() == parent {
      // Batches of many sizes, so that a transaction touches one page or many.
      let size = 1 + count * 7919 % 997
      let points = (count..<count + size).flatMap { number in
        ["loss", "accuracy"].map { series in
          MetricPoint(
            series: series, step: number, epoch: Double(number) / 100,
            seconds: Double(number) / 1000, value: Double(number))
        }
      }
      recorder.record(points, of: id)
      recorder.record(SessionEvent(time: Date(), kind: .changed, run: id, text: "\(count)"))
      await recorder.flush()
      count += size
      DatabaseWriter.say("written \(count)")
    }
  }
}
