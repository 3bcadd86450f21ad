import SessionEngine
import TerminalCore

extension ConsoleState {
  /// The runs that the panes hold against each other, with the batch they come from; nil when
  /// there are no two.
  var comparableRuns: (runs: [RunID], batch: BatchSnapshot.ID?)? {
    let front = focus.lane.flatMap { runPanes[$0].batch } ?? runPanes.compactMap(\.batch).first
    if let batch = front.flatMap({ batches[$0] }) {
      let runs = runsOfBatch(batch)
      if runs.count >= 2 { return (runs, batch.id) }
    }
    let shown = runPanes.indices.compactMap { run(inPane: $0)?.snapshot }
      .filter { $0.purpose == .workload }
    guard shown.count == 2, shown[0].exercise == shown[1].exercise, shown[0].id != shown[1].id
    else { return nil }
    return (shown.map(\.id), nil)
  }

  private func runsOfBatch(_ batch: BatchSnapshot) -> [RunID] {
    batch.lanes.flatMap { lane -> [RunID] in
      if !lane.workloadRuns.isEmpty { return lane.workloadRuns }
      return lane.run.flatMap { runs[$0]?.snapshot.purpose == .workload ? [$0] : nil } ?? []
    }
  }

  mutating func showComparison() -> [ConsoleEffect] {
    guard let (runs, batch) = comparableRuns else { return [] }
    return compare(runs, batch)
  }

  mutating func compareMarked() -> [ConsoleEffect] {
    guard let list = runList, list.marked.count >= 2 else { return [] }
    return compare(list.marked, nil)
  }

  private mutating func compare(
    _ ids: [RunID], _ batch: BatchSnapshot.ID?
  ) -> [ConsoleEffect] {
    var state = ComparisonState(runs: ids, batch: batch, askedAt: clock.uptime)
    state.wasAlive = isAlive(state)
    screens.append(.comparison(state))
    return [.compare(ids)]
  }

  var comparison: ComparisonState? {
    get {
      if case .comparison(let value)? = screens.last { return value }
      return nil
    }
    set {
      if let newValue, comparison != nil { screens[screens.count - 1] = .comparison(newValue) }
    }
  }

  private func isAlive(_ state: ComparisonState) -> Bool {
    state.runs.contains { runs[$0]?.snapshot.state.isAlive == true }
      || state.batch.flatMap { batches[$0] }?.isOver == false
  }

  /// Asks anew, at most once a second, while a run is alive and once after the last has ended.
  mutating func refreshComparison() -> [ConsoleEffect] {
    guard var state = comparison, clock.uptime - state.askedAt >= 1 else { return [] }
    let isAlive = isAlive(state)
    guard isAlive || state.wasAlive else { return [] }
    if let batch = state.batch.flatMap({ batches[$0] }) { state.runs = runsOfBatch(batch) }
    state.askedAt = clock.uptime
    state.wasAlive = isAlive
    comparison = state
    return [.compare(state.runs)]
  }

  mutating func take(_ value: Comparison) {
    guard var state = comparison else { return }
    let known = Set(state.runs)
    let told = value.sides.flatMap(\.runs)
    guard !told.isEmpty, told.allSatisfy(known.contains) else { return }
    state.value = value
    comparison = state
  }

  mutating func moveSeries(by step: Int) {
    guard var state = comparison, let shown = state.shownSeries else { return }
    let names = state.seriesNames
    let index = names.firstIndex(of: shown) ?? 0
    state.series = names[(index + step + names.count) % names.count]
    comparison = state
  }

  mutating func moveAxis() {
    guard var state = comparison else { return }
    let axes = ComparisonAxis.allCases
    let index = axes.firstIndex(of: state.shownAxis) ?? 0
    state.axis = axes[(index + 1) % axes.count]
    comparison = state
  }
}
