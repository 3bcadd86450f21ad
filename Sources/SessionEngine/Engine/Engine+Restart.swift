import ProcessRunner

extension Engine {
  /// Starts a run again as it was asked for the first time: a new run in the same lane, with the
  /// same options and name. One that is alive is stopped first; of a run that has been replaced by
  /// one that is alive, that one is started again.
  /// - Returns: The new run.
  /// - Throws: `Diagnosis`, such as for a step of an install.
  @discardableResult
  public func restart(_ id: RunID) async throws -> RunID {
    guard !isClosing else { throw Self.isClosingDown }
    var run = try live(id)
    if let going = restarts[id] { return try await going.value }
    while let next = run.replacement, let newer = runs[next] { run = newer }
    let old = run.snapshot.state.isAlive ? run.snapshot.id : id
    if let going = restarts[old] { return try await going.value }
    if case .install = run.plan.origin {
      throw Diagnosis(
        says: "A step of an install is not started again by itself.",
        remedy: "Install \(run.snapshot.environment) again.")
    }
    let laneWaits = laneWaits(for: run)
    let task = Task { try await self.replace(old, laneWaits: laneWaits) }
    restarts[old] = task
    return try await task.value
  }

  private func replace(_ id: RunID, laneWaits: Bool) async throws -> RunID {
    defer { restarts[id] = nil }
    await stop(id, grace: Self.stopGrace, because: .restart)
    let old = try live(id)
    do {
      var plan = try await planAgain(old.plan)
      plan.name = old.snapshot.name
      let new = try await begin(plan)
      if old.snapshot.isPinned { change(new) { $0.isPinned = true } }
      runs[id]?.replacement = new
      if !laneWaits { adopt(new, plan) }
      return new
    } catch {
      if !laneWaits, case .lane(let lane, of: let batch, _, _) = old.plan.origin {
        closeLane(lane, of: batch)
      }
      throw error
    }
  }

  /// Whether the run's lane still waits for it, and so will wait for the one in its place.
  private func laneWaits(for run: LiveRun) -> Bool {
    guard case .lane(let lane, of: let batch, _, _) = run.plan.origin else { return false }
    return laneRuns[LaneKey(batch: batch, lane: lane)] == run.snapshot.id
  }

  private func planAgain(_ plan: RunPlan) async throws -> RunPlan {
    switch plan.origin {
    case .install: return plan
    case .shell(let isPlain):
      return try await planShell(
        in: plan.environment, of: plan.exercise, size: plan.specification.size, isPlain: isPlain)
    case .task(let request): return try await planTask(request)
    case .lane(let lane, of: let batch, let request, let workload):
      return try await self.plan(
        workload, in: lane, of: batch, request, repetition: plan.repetition)
    }
  }

  /// Shows a run in the lane of a batch that was over.
  private func adopt(_ id: RunID, _ plan: RunPlan) {
    guard case .lane(let lane, of: let batch, _, _) = plan.origin else { return }
    set(lane, of: batch, .running, run: id)
    noteWorkload(id, in: lane, of: batch)
    batchTasks[batch, default: []].append(
      Task {
        _ = await self.runToEnd(id)
        if self.runs[id]?.replacement == nil, self.restarts[id] == nil {
          self.set(lane, of: batch, .ended)
        }
      })
  }
}
