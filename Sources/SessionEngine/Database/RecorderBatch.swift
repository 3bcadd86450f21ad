/// What waits to be written, in one piece: all of it is written or none.
struct RecorderBatch: Sendable {
  /// The newest state of every run that has changed.
  var runs: [RunID: StoredRun] = [:]
  /// Runs that got their number while nothing could be written.
  var unwritten: Set<RunID> = []
  /// Runs whose name or pin this recorder has changed. Of the others they are left as they are in
  /// the file: somebody else may have changed them there.
  var relabelled: Set<RunID> = []
  var points: [RunID: [MetricPoint]] = [:]
  var packages: [RunID: [StoredPackage]] = [:]
  /// The newest for each run.
  var gpus: [RunID: [GPUDeviceUse]] = [:]
  var events: [SessionEvent] = []
  var attempts: [ExerciseAttempt] = []

  var isEmpty: Bool {
    runs.isEmpty && points.isEmpty && packages.isEmpty && gpus.isEmpty && events.isEmpty
      && attempts.isEmpty
  }

  var pointCount: Int { points.values.reduce(0) { $0 + $1.count } }

  /// What came later after what was there: the newest state wins, figures keep their order.
  mutating func append(_ later: RecorderBatch) {
    runs.merge(later.runs) { $1 }
    unwritten.formUnion(later.unwritten)
    relabelled.formUnion(later.relabelled)
    points.merge(later.points) { $0 + $1 }
    packages.merge(later.packages) { $1 }
    gpus.merge(later.gpus) { $1 }
    events += later.events
    attempts += later.attempts
  }
}
