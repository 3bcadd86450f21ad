import SessionEngine
import TerminalCore

extension ConsoleState {
  /// Everything a run pane can show, in the order it came.
  public var slots: [RunSlot] {
    let known = batches.values.sorted { $0.id.number < $1.id.number }
    let lanes = known.flatMap { batch in batch.lanes.indices.map { RunSlot.lane(batch.id, $0) } }
    let ofLanes = Set(
      known.flatMap { $0.lanes.flatMap { $0.workloadRuns + [$0.run].compactMap(\.self) } })
    let alone = runs.values.map(\.snapshot).filter { run in
      guard run.batch == nil, !ofLanes.contains(run.id) else { return false }
      return switch run.purpose {
      case .workload, .task: true
      case .install: run.state.isAlive
      case .shell: false
      }
    }
    return lanes + alone.map(\.id).sorted().map { .run($0) }
  }

  /// Whether a run is one of a batch's lane.
  func isInLane(_ id: RunID) -> Bool {
    batches.values.contains { batch in
      batch.lanes.contains { $0.run == id || $0.workloadRuns.contains(id) }
    }
  }

  /// The place of what a pane shows among all that can be shown, such as `2 of 5`; nil while the
  /// panes show all there is.
  func slotWords(ofPane pane: Int) -> String? {
    let slots = slots
    guard slots.count > runPanes.count, let slot = runPanes[pane].slot,
      let index = slots.firstIndex(of: slot)
    else { return nil }
    return "\(index + 1) of \(slots.count)"
  }

  /// Shows the next of what the other pane does not show.
  mutating func switchRun(by step: Int) -> [ConsoleEffect] {
    guard let pane = focus.lane else { return [] }
    let elsewhere = runPanes.indices.filter { $0 != pane }.compactMap { runPanes[$0].slot }
    let slots = slots.filter { !elsewhere.contains($0) }
    guard !slots.isEmpty else { return [] }
    let current = runPanes[pane].slot.flatMap(slots.firstIndex)
    let next = current.map { ($0 + step + slots.count) % slots.count } ?? 0
    return show(slots[next], inPane: pane)
  }

  mutating func show(_ slot: RunSlot, inPane pane: Int) -> [ConsoleEffect] {
    var shown = RunPane()
    switch slot {
    case .lane(let id, let index):
      guard let batch = batches[id], batch.lanes.indices.contains(index) else { return [] }
      shown.batch = id
      shown.laneInBatch = index
      shown.lane = batch.lanes[index]
    case .run(let id):
      guard let run = runs[id]?.snapshot else { return [] }
      shown.lane = Self.lane(of: run)
    }
    leave(pane)
    runPanes[pane] = shown
    return shown.lane?.run.map { [readScreen(of: $0)] } ?? []
  }

  /// Brings a run to the pane in front, or goes to the pane that shows it.
  mutating func show(_ id: RunID) -> [ConsoleEffect] {
    screens = []
    if let run = runs[id]?.snapshot, run.purpose == .shell {
      guard workbenches[run.exercise]?.shells.contains(id) == true else { return [] }
      exercise = run.exercise
      focus = .workbench
      return show(WorkbenchTab.shell(id))
    }
    if let pane = runPanes.firstIndex(where: { $0.lane?.run == id }) {
      focus = .run(lane: pane)
      return [readScreen(of: id)]
    }
    let pane = focus.lane ?? 0
    focus = .run(lane: pane)
    // An earlier repeat stands alone: the lane shows the newest.
    return show(slots.first { slot in run(of: slot) == id } ?? .run(id), inPane: pane)
  }

  private func run(of slot: RunSlot) -> RunID? {
    switch slot {
    case .lane(let batch, let index): batches[batch]?.lanes[index].run
    case .run(let id): id
    }
  }

  /// What was typed into, searched or marked there is left.
  private mutating func leave(_ pane: Int) {
    guard let id = runPanes[pane].lane?.run else { return }
    if typingInto == id { typingInto = nil }
    if search?.run == id { search = nil }
    if selection?.run == id { selection = nil }
    runs[id]?.followedUntil = nil
  }

  /// A run by itself as a lane of its own.
  static func lane(of run: RunSnapshot) -> BatchLane {
    BatchLane(
      environment: run.environment, phase: run.state.isAlive ? .running : .ended, run: run.id)
  }

  /// Something that was asked for by itself has started.
  mutating func started(_ id: RunID) -> [ConsoleEffect] {
    guard let pane = awaitedStartPane else { return [] }
    awaitedStartPane = nil
    guard runs[id] != nil else {
      runPanes[pane] = RunPane()
      runPanes[pane].lane = BatchLane(environment: "", phase: .running, run: id)
      return [.readScreen(id, scrollOffset: 0)]
    }
    if runPanes.contains(where: { $0.lane?.run == id }) { return [readScreen(of: id)] }
    return show(slots.first { run(of: $0) == id } ?? .run(id), inPane: pane)
  }
}
