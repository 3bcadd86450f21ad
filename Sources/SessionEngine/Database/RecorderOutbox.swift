/// What a recorder holds between two writes: what waits, what is on its way, and what is missing.
struct RecorderOutbox: Sendable {
  private struct Label: Sendable, Hashable {
    let name: String?
    let isPinned: Bool

    init(_ run: StoredRun) {
      name = run.name
      isPinned = run.isPinned
    }
  }

  /// At most so many points wait; beyond that the newest are counted as missing.
  let capacity: Int
  private(set) var waiting = RecorderBatch()
  private var waitingPoints = 0
  private var sentPoints = 0
  private(set) var missing: [MissingPoints.Series: MissingPoints] = [:]
  /// Set while writing fails, so that it is told once.
  var isFailing = false
  /// Set while a write is due.
  var isScheduled = false
  var isClosed = false
  /// What each run was last called, and whether it was pinned.
  private var labels: [RunID: Label] = [:]
  private static let mostEvents = 10_000

  init(capacity: Int) {
    self.capacity = capacity
  }

  var isEmpty: Bool { waiting.isEmpty }
  var pointCount: Int { waitingPoints + sentPoints }

  mutating func update(_ run: StoredRun) {
    waiting.runs[run.id] = run
    if labels[run.id] != Label(run) { waiting.relabelled.insert(run.id) }
    labels[run.id] = Label(run)
  }

  /// Remembers a run that has been written with its number.
  mutating func begun(_ run: StoredRun, as id: RunID) {
    labels[id] = Label(run)
  }

  /// Adds a run that could not be written and has its number only from here.
  mutating func addUnwritten(_ run: StoredRun) {
    waiting.runs[run.id] = run
    waiting.unwritten.insert(run.id)
    labels[run.id] = Label(run)
  }

  mutating func add(_ points: [MetricPoint], of run: RunID) {
    let room = max(0, capacity - pointCount)
    let taken = points.prefix(room)
    if !taken.isEmpty {
      waiting.points[run, default: []].append(contentsOf: taken)
      waitingPoints += taken.count
    }
    count(points.dropFirst(room), of: run)
  }

  mutating func add(_ packages: [StoredPackage], of run: RunID) {
    waiting.packages[run] = packages
  }

  mutating func add(_ uses: [GPUDeviceUse], of run: RunID) {
    waiting.gpus[run] = uses
  }

  mutating func add(_ event: SessionEvent) {
    if waiting.events.count < Self.mostEvents { waiting.events.append(event) }
  }

  mutating func add(_ attempt: ExerciseAttempt) {
    if waiting.attempts.count < Self.mostEvents { waiting.attempts.append(attempt) }
  }

  /// Counts points as missing for good.
  mutating func count(_ points: some Sequence<MetricPoint>, of run: RunID) {
    for point in points {
      let series = MissingPoints.Series(run: run, name: point.series)
      if missing[series]?.add(point) == nil { missing[series] = MissingPoints(point, of: run) }
    }
  }

  /// Everything that waits, to be written; what comes meanwhile waits behind it.
  mutating func take() -> RecorderBatch {
    defer {
      waiting = RecorderBatch()
      sentPoints = waitingPoints
      waitingPoints = 0
    }
    return waiting
  }

  mutating func written() {
    sentPoints = 0
  }

  /// Puts what could not be written back before what has come since.
  mutating func putBack(_ batch: RecorderBatch) {
    var all = batch
    all.append(waiting)
    waiting = all
    waitingPoints += sentPoints
    sentPoints = 0
  }

  /// What is missing, run by run and series by series; it is told once.
  mutating func takeMissing() -> [MissingPoints] {
    defer { missing = [:] }
    return missing.values.sorted {
      ($0.series.run, $0.series.name) < ($1.series.run, $1.series.name)
    }
  }
}
