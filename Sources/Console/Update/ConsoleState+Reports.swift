import GPUMetrics
import SessionEngine
import TerminalCore

extension ConsoleState {
  mutating func take(_ report: GPUReport) {
    gpu = report
    gpuHistory.append(report)
  }

  mutating func take(_ preview: BatchPreview) {
    guard case .confirmBatch(var asked)? = dialog, asked.isSameQuestion(as: preview) else { return }
    asked.commands = preview.commands
    dialog = .confirmBatch(asked)
  }

  mutating func handle(_ event: EngineEvent) -> [ConsoleEffect] {
    switch event {
    case .provider(let description): provider = description
    case .prefetch(let queue): prefetch = queue
    case .gpu(let ownership): gpuOwnership = ownership
    case .memory(let status): take(status)
    case .environments(let exercise, let statuses): environments[exercise] = statuses
    case .run(let snapshot): return take(snapshot)
    case .screen(let id): return [readScreen(of: id)]
    case .batch(let batch): return take(batch)
    case .failed(let diagnosis): notice = Notice(diagnosis)
    }
    return []
  }

  private mutating func take(_ snapshot: RunSnapshot) -> [ConsoleEffect] {
    let isNew = runs[snapshot.id] == nil
    var record = runs[snapshot.id] ?? RunRecord(snapshot: snapshot)
    let before = record.snapshot
    record.snapshot = snapshot
    if case .running = snapshot.state, record.startedAt == nil { record.startedAt = clock.uptime }
    if case .paused = snapshot.state {
      record.pausedAt = record.pausedAt ?? clock.uptime
    } else {
      record.pausedAt = nil
    }
    runs[snapshot.id] = record
    for pane in runPanes.indices
    where runPanes[pane].batch == nil && runPanes[pane].lane?.run == snapshot.id {
      runPanes[pane].lane = Self.lane(of: snapshot)
    }
    if let words = snapshot.attention, isNew || words != before.attention {
      notice = Notice(.information, "\(snapshot.name ?? snapshot.title): \(words)")
    }
    let hasEnded = before.state.isAlive && !snapshot.state.isAlive
    if typingInto == snapshot.id, !snapshot.state.isAlive { typingInto = nil }
    if snapshot.purpose == .shell, !snapshot.state.isAlive { closeShell(snapshot) }
    // The tab of a shell may open before the run is told of: what was read then had no place.
    let isTab = workbenches[snapshot.exercise]?.shells.contains(snapshot.id) == true
    let reads = isNew && isTab ? [readScreen(of: snapshot.id)] : []
    return reads + (hasEnded ? rereadHistory + lookAfterRun(of: snapshot.exercise) : [])
  }

  /// A shell that has ended takes its tab with it.
  private mutating func closeShell(_ snapshot: RunSnapshot) {
    guard var bench = workbenches[snapshot.exercise], bench.shells.contains(snapshot.id) else {
      return
    }
    bench.shells.removeAll { $0 == snapshot.id }
    if bench.tab == .shell(snapshot.id) {
      bench.tab = bench.shells.last.map { .shell($0) } ?? .page
    }
    workbenches[snapshot.exercise] = bench
    runs[snapshot.id] = nil
  }

  mutating func shellOpened(_ id: RunID, _ exercise: String) -> [ConsoleEffect] {
    guard workbenches[exercise] != nil, runs[id]?.snapshot.state.isAlive ?? true else { return [] }
    workbenches[exercise]?.shells.append(id)
    // What is asked in a dialog is about what lies behind it: that stays.
    if dialog == nil {
      workbenches[exercise]?.tab = .shell(id)
      if exercise == self.exercise {
        focus = .workbench
        typingInto = id
      }
    }
    return [readScreen(of: id)]
  }

  private mutating func take(_ batch: BatchSnapshot) -> [ConsoleEffect] {
    let isNew = batches[batch.id] == nil
    batches[batch.id] = batch
    if isNew { place(batch) }
    for index in runPanes.indices where runPanes[index].batch == batch.id {
      guard batch.lanes.indices.contains(runPanes[index].laneInBatch) else { continue }
      let lane = batch.lanes[runPanes[index].laneInBatch]
      let before = runPanes[index].lane
      if lane.run != before?.run { runPanes[index].scrollOffset = 0 }
      runPanes[index].lane = lane
      if case .failed(let diagnosis) = lane.phase, lane.phase != before?.phase {
        notice = Notice(diagnosis)
      }
    }
    if batch.isOver { announceEnd(of: batch) }
    return []
  }

  /// Puts a new batch's lanes into the panes they were asked for; one that nobody asked for here
  /// takes no pane that is under way.
  private mutating func place(_ batch: BatchSnapshot) {
    let panes =
      awaitedPanes.isEmpty
      ? Array(runPanes.indices.filter(isFree).prefix(batch.lanes.count)) : awaitedPanes
    awaitedPanes = []
    for (lane, pane) in panes.prefix(batch.lanes.count).enumerated()
    where runPanes.indices.contains(pane) {
      runPanes[pane] = RunPane()
      runPanes[pane].batch = batch.id
      runPanes[pane].laneInBatch = lane
    }
  }

  private mutating func announceEnd(of batch: BatchSnapshot) {
    let records = batch.lanes.map { lane in lane.run.flatMap { runs[$0]?.snapshot } }
    guard batch.lanes.allSatisfy({ $0.phase == .ended }),
      records.allSatisfy({ $0?.state.hasSucceeded ?? true })
    else { return }
    let workloads = records.compactMap { $0?.purpose == .workload ? $0 : nil }
    if workloads.isEmpty {
      // A lane that has ended without a workload was asked for its environment alone.
      let names = batch.lanes.map(\.environment).joined(separator: ", ")
      notice = Notice(.success, "\(names) \(batch.lanes.count == 1 ? "is" : "are") installed.")
    } else if batch.repeats > 1 {
      notice = Notice(
        .success, "All \(batch.repeats) repeats have finished: c compares them.")
    } else if workloads.count == 2 {
      let words = RunComparison(first: workloads[0], second: workloads[1]).sentences
      notice = Notice(.success, (["Both runs have finished."] + words).joined(separator: " "))
    } else if workloads.count > 2 {
      notice = Notice(.success, "All \(workloads.count) runs have finished: c compares them.")
    } else {
      notice = Notice(.success, "\(workloads[0].title) has finished.")
    }
  }
}
