import Foundation
import SessionEngine

/// Runs as lines of a table with a heading.
struct RunsTable {
  private static let head = [
    "run", "what", "exercise", "environment", "started", "ended", "time", "images/s", "loss",
    "accuracy",
  ]
  let lines: [String]

  init(_ records: [RunRecord]) {
    lines = RunWording.columns([Self.head] + records.map(Self.cells), leading: [0, 1, 2, 3, 4, 5])
  }

  private static func cells(_ record: RunRecord) -> [String] {
    let (run, figures) = (record.run, record.figures)
    return [
      "\(run.id)\(run.isPinned ? " *" : "")", run.name ?? run.title, run.exercise,
      run.environment, RunWording.moment(run.startedAt), run.endingWords,
      run.seconds.map(RunWording.duration) ?? "n/a",
      figures.imagesPerSecond.map { String(format: "%.0f", $0) } ?? "n/a",
      figures.loss.map { String(format: "%.4f", $0) } ?? "n/a",
      figures.accuracy.map { String(format: "%.1f %%", $0 * 100) } ?? "n/a",
    ]
  }
}
