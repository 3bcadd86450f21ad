import Foundation
import SessionEngine

/// Keeps a run in a database without end, so that a test can kill it at any moment.
///
/// `database-writer FILE`: prints `run N` when it has begun, then `written N` each time N points of
/// each series have been written. The value of the n-th point of a series is n.
@main struct DatabaseWriter {
  static func main() async throws {
    let path = CommandLine.arguments[1]
    let opening = try await DatabaseOpener(path: path, now: Date()).open()
    guard opening.notices.isEmpty else { throw opening.notices[0] }
    let recorder = await DatabaseRecorder(opening.database, now: { Date() }) { news in
      say("news \(news)")
    }
    var run = StoredRun(
      id: RunID(0), exercise: "exercise-1", environment: "cpu", provider: "venv",
      purpose: .workload, title: "train in cpu", commandLine: "python train.py",
      workingDirectory: "/", startedAt: Date())
    let id = await recorder.begin(run)
    run = StoredRun(
      id: id, exercise: run.exercise, environment: run.environment, provider: run.provider,
      purpose: run.purpose, title: run.title, commandLine: run.commandLine,
      workingDirectory: run.workingDirectory, startedAt: run.startedAt)
    say("run \(id.number)")
    var count = 0
    while true {
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
      run.facts["count"] = "\(count + size)"
      recorder.update(run)
      recorder.record(SessionEvent(time: Date(), kind: .changed, run: id, text: "\(count)"))
      await recorder.flush()
      count += size
      say("written \(count)")
    }
  }

  /// Unbuffered: what has been said has been read by whoever asks.
  private static func say(_ line: String) {
    FileHandle.standardOutput.write(Data((line + "\n").utf8))
  }
}
