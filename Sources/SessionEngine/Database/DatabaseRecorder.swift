import Foundation
import Synchronization

/// Keeps runs in a database: figures are written together, once a second or when many wait.
///
/// While the file cannot be written, everything waits in bounded memory and is tried again every
/// second; what did not fit is counted and told when writing succeeds again.
public final class DatabaseRecorder: RunRecorder {
  /// So many waiting points are written without waiting for the second to end.
  static let eagerCount = 20_000

  let database: SessionDatabase
  let outbox: Mutex<RecorderOutbox>
  private let now: @Sendable () -> Date
  private let pause: @Sendable () async -> Void
  private let tell: @Sendable (RecorderNews) -> Void
  private let lastNumber: Mutex<Int>
  private let lastFlush = Mutex<Task<Void, Never>?>(nil)

  /// - Parameters:
  ///   - lastNumber: The highest number a run has had, for when no more can be asked for.
  ///   - capacity: At most so many points wait in memory; a point takes about 80 bytes.
  ///   - pause: Waits for as long as figures may wait: a second.
  ///   - tell: Called from any thread when it begins or ceases to fail.
  init(
    database: SessionDatabase, lastNumber: Int, capacity: Int, now: @escaping @Sendable () -> Date,
    pause: @escaping @Sendable () async -> Void, tell: @escaping @Sendable (RecorderNews) -> Void
  ) {
    self.database = database
    self.now = now
    self.pause = pause
    self.tell = tell
    self.lastNumber = Mutex(lastNumber)
    outbox = Mutex(RecorderOutbox(capacity: capacity))
  }

  /// Makes a recorder that writes once a second and lets 200,000 points wait.
  public convenience init(
    _ database: SessionDatabase, now: @escaping @Sendable () -> Date,
    tell: @escaping @Sendable (RecorderNews) -> Void
  ) async {
    self.init(
      database: database, lastNumber: (try? await database.highestRun()) ?? 0, capacity: 200_000,
      now: now, pause: { try? await Task.sleep(for: .seconds(1)) }, tell: tell)
  }

  public func begin(_ run: StoredRun) async -> RunID {
    do {
      guard database.isInPlace else { throw Diagnosis.replacedDatabase(database.path) }
      let id = try await database.insert(run)
      lastNumber.withLock { $0 = max($0, id.number) }
      outbox.withLock { $0.begun(run, as: id) }
      return id
    } catch {
      let number = lastNumber.withLock { last in
        last += 1
        return last
      }
      let id = RunID(number)
      add { $0.addUnwritten(run.numbered(id)) }
      fails(error)
      return id
    }
  }

  public func update(_ run: StoredRun) {
    add { $0.update(run) }
  }

  public func record(_ points: [MetricPoint], of run: RunID) {
    if !points.isEmpty { add { $0.add(points, of: run) } }
  }

  public func setPackages(_ packages: [StoredPackage], of run: RunID) {
    add { $0.add(packages, of: run) }
  }

  public func record(_ uses: [GPUDeviceUse], of run: RunID) {
    add { $0.add(uses, of: run) }
  }

  public func record(_ event: SessionEvent) {
    add { $0.add(event) }
  }

  public func record(_ attempt: ExerciseAttempt) {
    add { $0.add(attempt) }
  }

  /// Adds to what waits and sees to it that it will be written.
  private func add(_ change: (inout RecorderOutbox) -> Void) {
    let (isFirst, isEager) = outbox.withLock { outbox in
      guard !outbox.isClosed else { return (false, false) }
      change(&outbox)
      let isEager = !outbox.isFailing && outbox.pointCount >= Self.eagerCount
      defer { outbox.isScheduled = true }
      return (!outbox.isScheduled, isEager)
    }
    if isFirst { schedule() }
    if isEager { enqueueFlush() }
  }

  private func schedule() {
    Task {
      await pause()
      outbox.withLock { $0.isScheduled = false }
      await flush()
    }
  }

  public func flush() async {
    await enqueueFlush().value
  }

  /// One write after another, in the order they were asked for.
  @discardableResult
  private func enqueueFlush() -> Task<Void, Never> {
    lastFlush.withLock { last in
      let previous = last
      let next = Task {
        await previous?.value
        await deliver()
      }
      last = next
      return next
    }
  }

  private func deliver() async {
    let batch = outbox.withLock { $0.take() }
    guard !batch.isEmpty else { return }
    do {
      let refused = try await database.write(batch)
      succeeds(batch, refused)
    } catch {
      let mustSchedule = outbox.withLock { outbox in
        outbox.putBack(batch)
        defer { outbox.isScheduled = true }
        return !outbox.isScheduled && !outbox.isClosed
      }
      fails(error)
      if mustSchedule { schedule() }
    }
  }

  private func fails(_ error: any Error) {
    let isNew = outbox.withLock { outbox in
      defer { outbox.isFailing = true }
      return !outbox.isFailing
    }
    guard isNew else { return }
    tell(.failing(error as? Diagnosis ?? .failingDatabase(database.path, error)))
  }

  private func succeeds(_ batch: RecorderBatch, _ refused: Set<RunID>) {
    let (wasFailing, missing) = outbox.withLock { outbox in
      outbox.written()
      for run in refused { outbox.count(batch.points[run] ?? [], of: run) }
      defer { outbox.isFailing = false }
      return (outbox.isFailing, outbox.takeMissing())
    }
    for gap in missing {
      record(
        SessionEvent(
          time: now(), kind: .gap, run: gap.series.run, text: "\(gap.words) are not kept."))
    }
    guard wasFailing || !missing.isEmpty || !refused.isEmpty else { return }
    tell(.recovered(.missing(missing, refused: refused)))
  }

  /// Writes what waits and closes the file; says what could not be kept.
  public func close() async {
    await flush()
    outbox.withLock { $0.isClosed = true }
    // What a success has added: the events that name a gap.
    await flush()
    let (rest, missing) = outbox.withLock { outbox in
      let rest = outbox.take()
      for (run, points) in rest.points { outbox.count(points, of: run) }
      return (rest, outbox.takeMissing())
    }
    if let lost = Diagnosis.lost(rest, missing, in: database.path) { tell(.lost(lost)) }
    await database.close()
  }
}
