import GPUMetrics
import SessionEngine
import TerminalCore

extension ConsoleState {
  mutating func take(_ report: GPUReport) {
    gpu = report
    gpuReportedAt = clock.uptime
    gpuHistory.append(report)
  }

  mutating func take(_ preview: BatchPreview) {
    guard case .confirmBatch(let asked)? = dialog, asked.exercise == preview.exercise,
      asked.environments == preview.environments
    else { return }
    dialog = .confirmBatch(preview)
  }

  mutating func handle(_ event: EngineEvent) -> [ConsoleEffect] {
    switch event {
    case .provider(let description): provider = description
    case .environments(let exercise, let statuses): environments[exercise] = statuses
    case .run(let snapshot): take(snapshot)
    case .screen(let id): return [.readScreen(id, scrollOffset: scrollOffset(of: id))]
    case .batch(let batch): return take(batch)
    case .failed(let diagnosis): notice = Notice(diagnosis)
    }
    return []
  }

  private mutating func take(_ snapshot: RunSnapshot) {
    var record = runs[snapshot.id] ?? RunRecord(snapshot: snapshot)
    record.snapshot = snapshot
    if case .running = snapshot.state, record.startedAt == nil { record.startedAt = clock.uptime }
    runs[snapshot.id] = record
    if typingInto == snapshot.id, !snapshot.state.isAlive { typingInto = nil }
    if snapshot.purpose == .shell, !snapshot.state.isAlive { closeShell(snapshot) }
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
    workbenches[exercise]?.tab = .shell(id)
    if exercise == self.exercise {
      focus = .workbench
      typingInto = id
    }
    return [.readScreen(id, scrollOffset: 0)]
  }

  private mutating func take(_ batch: BatchSnapshot) -> [ConsoleEffect] {
    if !runPanes.contains(where: { $0.batch == batch.id }) { place(batch) }
    for index in runPanes.indices where runPanes[index].batch == batch.id {
      let lane = batch.lanes[runPanes[index].laneInBatch]
      if lane.run != runPanes[index].lane?.run { runPanes[index].scrollOffset = 0 }
      runPanes[index].lane = lane
      if case .failed(let diagnosis) = lane.phase { notice = Notice(diagnosis) }
    }
    if batch.isOver { announceEnd(of: batch) }
    return []
  }

  /// Puts a new batch's lanes into the panes they were asked for.
  private mutating func place(_ batch: BatchSnapshot) {
    let panes =
      awaitedPanes.count == batch.lanes.count ? awaitedPanes : Array(0..<batch.lanes.count)
    awaitedPanes = []
    for (lane, pane) in panes.enumerated() where runPanes.indices.contains(pane) {
      runPanes[pane] = RunPane()
      runPanes[pane].batch = batch.id
      runPanes[pane].laneInBatch = lane
    }
  }

  private mutating func announceEnd(of batch: BatchSnapshot) {
    let records = batch.lanes.compactMap { $0.run.flatMap { runs[$0]?.snapshot } }
    guard records.count == batch.lanes.count, records.allSatisfy(\.state.hasSucceeded) else {
      return
    }
    if records.count == 2 {
      let words = RunComparison(first: records[0], second: records[1]).sentences
      notice = Notice(.success, (["Both runs have finished."] + words).joined(separator: " "))
    } else if let record = records.first {
      notice = Notice(.success, "\(record.title) has finished.")
    }
  }

  func scrollOffset(of id: RunID) -> Int {
    runPanes.first { $0.lane?.run == id }?.scrollOffset ?? 0
  }
}
