import ProcessRunner
import TerminalCore
import WorkshopModel

extension Engine {
  /// Installs what is missing, lane after lane, then starts every lane at once.
  /// - Throws: `Diagnosis` when the request names what is not there; nothing has started then.
  @discardableResult
  public func start(_ request: BatchRequest) throws -> BatchSnapshot.ID {
    guard !isClosing else { throw Self.isClosingDown }
    let exercise = try checked(request)
    let id = BatchSnapshot.ID(nextBatch)
    nextBatch += 1
    batches[id] = BatchSnapshot(
      id: id, exercise: request.exercise,
      lanes: request.environments.map {
        BatchLane(
          environment: $0,
          phase: .waiting("Waits its turn: installs go one after another."))
      })
    tell(id)
    batchTasks[id] = Task { await self.carryOut(id, request, exercise) }
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
    batchTasks[id]?.cancel()
    await batchTasks[id]?.value
  }

  /// The batch and its lanes' runs, once all is over.
  public func waitForEnd(
    of id: BatchSnapshot.ID
  ) async -> (batch: BatchSnapshot, runs: [RunSnapshot?])? {
    await batchTasks[id]?.value
    guard let batch = batches[id] else { return nil }
    return (batch, batch.lanes.map { lane in lane.run.flatMap { runs[$0]?.snapshot } })
  }

  /// Cancelling the task it runs in stops what has begun and lets nothing else begin.
  private func carryOut(
    _ id: BatchSnapshot.ID, _ request: BatchRequest, _ exercise: Exercise
  ) async {
    for lane in request.environments.indices {
      await installLane(lane, of: id, request)
    }
    await withTaskGroup(of: Void.self) { group in
      for lane in request.environments.indices where isReady(lane, of: id) {
        if let workload = exercise.workload(in: request.environments[lane]),
          !request.onlyInstalls
        {
          group.addTask { await self.run(workload, in: lane, of: id, request, exercise) }
        } else {
          set(lane, of: id, .ended)
        }
      }
    }
  }

  private func isReady(_ lane: Int, of id: BatchSnapshot.ID) -> Bool {
    guard let lane = batches[id]?.lanes[lane] else { return false }
    return !lane.isOver
  }

  private func installLane(_ lane: Int, of id: BatchSnapshot.ID, _ request: BatchRequest) async {
    do {
      try await install(
        request.environments[lane], of: request.exercise, size: request.size
      ) { run in
        await self.set(lane, of: id, .installing, run: run)
      }
      try Task.checkCancellation()
      set(lane, of: id, .waiting("Ready: starts with the others."))
    } catch {
      fail(lane, of: id, error)
    }
  }

  private func run(
    _ workload: Workload, in lane: Int, of id: BatchSnapshot.ID, _ request: BatchRequest,
    _ exercise: Exercise
  ) async {
    do {
      try Task.checkCancellation()
      let specification = try await configuration.provider.launch(
        workload, of: exercise, in: configuration.folder(of: exercise.id), size: request.size)
      try Task.checkCancellation()
      let run = try start(
        specification, exercise: exercise.id, environment: workload.environment,
        purpose: .workload, title: "\(workload.task) in \(workload.environment)")
      set(lane, of: id, .running, run: run)
      _ = await runToEnd(run)
      set(lane, of: id, .ended)
    } catch {
      fail(lane, of: id, error)
    }
  }

  private func fail(_ lane: Int, of id: BatchSnapshot.ID, _ error: any Error) {
    if error is CancellationError || Task.isCancelled {
      set(lane, of: id, .cancelled)
    } else {
      let diagnosis =
        error as? Diagnosis
        ?? Diagnosis(says: "\(error)", remedy: "See the log beside the run.")
      set(lane, of: id, .failed(diagnosis))
    }
  }

  private func set(
    _ lane: Int, of id: BatchSnapshot.ID, _ phase: BatchLane.Phase, run: RunID? = nil
  ) {
    batches[id]?.lanes[lane].phase = phase
    if let run { batches[id]?.lanes[lane].run = run }
    tell(id)
  }

  private func tell(_ id: BatchSnapshot.ID) {
    if let batch = batches[id] { sink.yield(.batch(batch)) }
  }
}
