import ProcessRunner
import WorkshopModel

extension Engine {
  /// Cancelling the task it runs in stops what has begun and lets nothing else begin.
  func carryOut(
    _ id: BatchSnapshot.ID, _ request: BatchRequest, _ exercise: Exercise
  ) async {
    let lanes = request.environments.indices
    for lane in lanes where isReady(lane, of: id) {
      await inLane(lane, of: id) { await self.installLane(lane, of: id, request) }
    }
    for repetition in 1...request.repeats where !request.onlyInstalls && !Task.isCancelled {
      let ready = lanes.filter { isReady($0, of: id) }
      let turns = LaneTurns(ready.count)
      await withTaskGroup(of: Void.self) { group in
        for (turn, lane) in ready.enumerated() {
          guard let workload = exercise.workload(in: request.environments[lane]) else {
            await turns.pass(turn)
            continue
          }
          group.addTask {
            await self.inLane(lane, of: id) {
              await self.run(
                workload, in: lane, of: id, request, repetition: repetition,
                after: { try await turns.take(turn) }, next: { await turns.pass(turn) })
            }
          }
        }
      }
    }
    for lane in lanes {
      if request.onlyInstalls, isReady(lane, of: id) { set(lane, of: id, .ended) }
      closeLane(lane, of: id)
    }
  }

  /// Does a lane's work in a task of its own, so that the lane can be stopped alone.
  private func inLane(
    _ lane: Int, of id: BatchSnapshot.ID, _ work: @escaping @Sendable () async -> Void
  ) async {
    let key = LaneKey(batch: id, lane: lane)
    let task = Task { await work() }
    laneTasks[key] = task
    await withTaskCancellationHandler {
      await task.value
    } onCancel: {
      task.cancel()
    }
    laneTasks[key] = nil
  }

  private func isReady(_ lane: Int, of id: BatchSnapshot.ID) -> Bool {
    guard let found = batches[id]?.lanes[lane] else { return false }
    return !found.isOver && !stoppedLanes.contains(LaneKey(batch: id, lane: lane))
  }

  private func installLane(_ lane: Int, of id: BatchSnapshot.ID, _ request: BatchRequest) async {
    do {
      try await install(
        request.environments[lane], of: request.exercise, size: request.size,
        options: request.options
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
    repetition: Int, after turn: @Sendable () async throws -> Void,
    next passOn: @Sendable () async -> Void
  ) async {
    do {
      let begun: Result<RunID, any Error>
      do {
        begun = .success(
          try await begin(workload, in: lane, of: id, request, repetition, after: turn))
      } catch {
        begun = .failure(error)
      }
      await passOn()
      let last = try await follow(try begun.get(), in: lane, of: id)
      laneRuns[LaneKey(batch: id, lane: lane)] = nil
      // Who stops one run wants no more of the kind.
      let isStopped = runs[last]?.stop?.reason == .person || Task.isCancelled
      if isStopped || repetition == request.repeats {
        set(lane, of: id, .ended)
      } else {
        set(
          lane, of: id,
          .waiting("\(repetition) of \(request.repeats) have run; the next starts with the others.")
        )
      }
    } catch {
      laneRuns[LaneKey(batch: id, lane: lane)] = nil
      fail(lane, of: id, error)
    }
  }

  /// Plans beside the other lanes and begins after those before it, so that numbers follow the
  /// order in which the environments were asked for.
  private func begin(
    _ workload: Workload, in lane: Int, of id: BatchSnapshot.ID, _ request: BatchRequest,
    _ repetition: Int, after turn: @Sendable () async throws -> Void
  ) async throws -> RunID {
    try Task.checkCancellation()
    let plan = try await plan(
      workload, in: lane, of: id, request,
      repetition: request.repeats > 1 ? repetition : nil)
    try await turn()
    try Task.checkCancellation()
    batches[id]?.lanes[lane].repetition = repetition
    return try await begin(plan)
  }

  /// Waits for a run and for those that are started in its place; returns the last.
  private func follow(
    _ first: RunID, in lane: Int, of id: BatchSnapshot.ID
  ) async throws -> RunID {
    var run = first
    while true {
      laneRuns[LaneKey(batch: id, lane: lane)] = run
      noteWorkload(run, in: lane, of: id)
      set(lane, of: id, .running, run: run)
      _ = await runToEnd(run)
      if let restart = restarts[run] {
        run = try await restart.value
      } else if let next = runs[run]?.replacement {
        run = next
      } else {
        return run
      }
    }
  }

  func noteWorkload(_ run: RunID, in lane: Int, of id: BatchSnapshot.ID) {
    batches[id]?.lanes[lane].workloadRuns.append(run)
  }

  func plan(
    _ workload: Workload, in lane: Int, of id: BatchSnapshot.ID, _ request: BatchRequest,
    repetition: Int?
  ) async throws -> RunPlan {
    let exercise = try exercise(request.exercise)
    let specification = try await configuration.provider.launch(
      workload, of: exercise, in: configuration.folder(of: exercise.id), size: request.size)
    return RunPlan(
      origin: .lane(lane, of: id, request, workload), specification: specification,
      exercise: exercise.id, environment: workload.environment, purpose: .workload,
      title: "\(workload.task) in \(workload.environment)", options: request.options,
      name: request.name, batch: id, repetition: repetition)
  }

  private func fail(_ lane: Int, of id: BatchSnapshot.ID, _ error: any Error) {
    if error is CancellationError || Task.isCancelled {
      closeLane(lane, of: id)
    } else {
      let diagnosis =
        error as? Diagnosis
        ?? Diagnosis(says: "\(error)", remedy: "See the log beside the run.")
      set(lane, of: id, .failed(diagnosis))
    }
  }
}
