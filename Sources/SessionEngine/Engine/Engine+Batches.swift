import ProcessRunner
import TerminalCore
import WorkshopModel

extension Engine {
  /// Installs what is missing, lane after lane, then starts every lane at once, as often as asked:
  /// a repetition begins when every lane has ended the one before.
  /// - Throws: `Diagnosis` when the request names what is not there; nothing has started then.
  @discardableResult
  public func start(_ request: BatchRequest) throws -> BatchSnapshot.ID {
    guard !isClosing else { throw Self.isClosingDown }
    let exercise = try checked(request)
    let id = BatchSnapshot.ID(nextBatch)
    nextBatch += 1
    var batch = BatchSnapshot(
      id: id, exercise: request.exercise,
      lanes: request.environments.map {
        BatchLane(
          environment: $0,
          phase: .waiting("Waits its turn: installs go one after another."))
      })
    batch.repeats = request.repeats
    batches[id] = batch
    tell(id)
    batchTasks[id] = [Task { await self.carryOut(id, request, exercise) }]
    return id
  }

  /// The exercise of a request that names only what there is.
  /// - Throws: `Diagnosis`.
  func checked(_ request: BatchRequest) throws -> Exercise {
    let exercise = try exercise(request.exercise)
    guard !request.environments.isEmpty else {
      throw Diagnosis(
        says: "No environment of \(exercise.id) was named.", remedy: "Name one or more.")
    }
    try request.options.check(provider: configuration.provider.kind)
    for name in request.environments {
      _ = try environment(name, of: exercise)
      guard request.onlyInstalls || exercise.workload(in: name) != nil else {
        let others = exercise.workloads.map(\.environment).joined(separator: ", ")
        throw Diagnosis(
          says: "\(exercise.id) has nothing to run in the environment \"\(name)\".",
          remedy: others.isEmpty ? "It has nothing to run at all." : "Choose another: \(others).")
      }
    }
    return exercise
  }

  /// Stops the runs of a batch and lets nothing more of it start; returns when none is left.
  public func stop(batch id: BatchSnapshot.ID) async {
    for task in batchTasks[id] ?? [] { task.cancel() }
    await waitForTasks(of: id)
  }

  /// Stops one lane's run and lets nothing more start in it; the others go on. Returns when
  /// nothing of it is left.
  public func stop(lane: Int, of id: BatchSnapshot.ID) async {
    guard let batch = batches[id], batch.lanes.indices.contains(lane) else { return }
    guard !batch.lanes[lane].isOver else { return }
    let key = LaneKey(batch: id, lane: lane)
    stoppedLanes.insert(key)
    if let task = laneTasks[key] {
      task.cancel()
      await task.value
    } else if let run = batch.lanes[lane].run, runs[run]?.snapshot.state.isAlive == true {
      await stop(run)
    }
    closeLane(lane, of: id)
  }

  /// The batch and each lane's last run, once all is over.
  public func waitForEnd(
    of id: BatchSnapshot.ID
  ) async -> (batch: BatchSnapshot, runs: [RunSnapshot?])? {
    await waitForTasks(of: id)
    guard let batch = batches[id] else { return nil }
    return (batch, batch.lanes.map { lane in lane.run.flatMap { runs[$0]?.snapshot } })
  }

  func waitForTasks(of id: BatchSnapshot.ID) async {
    var waitedFor = 0
    while let tasks = batchTasks[id], waitedFor < tasks.count {
      await tasks[waitedFor].value
      waitedFor += 1
    }
  }

  func set(
    _ lane: Int, of id: BatchSnapshot.ID, _ phase: BatchLane.Phase, run: RunID? = nil
  ) {
    batches[id]?.lanes[lane].phase = phase
    if let run { batches[id]?.lanes[lane].run = run }
    tell(id)
  }

  /// Ends a lane that is not over: as one that has run, or as one that never did.
  func closeLane(_ lane: Int, of id: BatchSnapshot.ID) {
    guard let found = batches[id]?.lanes[lane], !found.isOver else { return }
    set(lane, of: id, found.workloadRuns.isEmpty ? .cancelled : .ended)
  }

  func tell(_ id: BatchSnapshot.ID) {
    if let batch = batches[id] { sink.yield(.batch(batch)) }
  }
}
