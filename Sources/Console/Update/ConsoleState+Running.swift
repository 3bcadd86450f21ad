import SessionEngine
import WorkshopModel

extension ConsoleState {
  /// The environments a duel of an exercise runs in: those marked last, or its first two.
  func duelEnvironments(of open: Exercise) -> [String] {
    let workloads = open.workloads.map(\.environment)
    let marked = (duelEnvironments[open.id] ?? []).filter(workloads.contains)
    return marked.count >= 2 ? marked : Array(workloads.prefix(2))
  }

  mutating func askForSideBySide() -> [ConsoleEffect] {
    guard let open = openExercise else { return [] }
    return ask(environments: duelEnvironments(of: open), panes: [0, 1], open.id)
  }

  /// One run goes to the pane in front when that is free, or to the first that is.
  mutating func askForRun() -> [ConsoleEffect] {
    guard let open = openExercise, let name = currentEnvironment else { return [] }
    return ask(environments: [name], panes: [nextPane], open.id)
  }

  /// Installs one environment.
  mutating func askForInstall(of name: String) -> [ConsoleEffect] {
    guard let open = openExercise else { return [] }
    return ask(environments: [name], panes: [nextPane], open.id, onlyInstalls: true)
  }

  /// Whether nothing in the pane is under way.
  func isFree(_ pane: Int) -> Bool { runPanes[pane].lane?.isOver ?? true }

  /// Where a new run is shown: in a free pane, or else in front of what goes on behind it.
  var nextPane: Int {
    if let lane = focus.lane, isFree(lane) { return lane }
    return runPanes.indices.first(where: isFree) ?? focus.lane ?? 0
  }

  mutating func ask(
    environments: [String], panes: [Int], _ exercise: String, onlyInstalls: Bool = false
  ) -> [ConsoleEffect] {
    ask(
      BatchPreview(
        exercise: exercise, environments: environments, panes: panes, onlyInstalls: onlyInstalls))
  }

  mutating func ask(_ preview: BatchPreview) -> [ConsoleEffect] {
    dialog = .confirmBatch(preview)
    return [.planBatch(preview)]
  }

  mutating func startAgreed(_ preview: BatchPreview) -> [ConsoleEffect] {
    dialog = nil
    screens = []
    awaitedPanes = preview.panes
    focus = .run(lane: preview.panes.first ?? 0)
    isZoomed = false
    notice = nil
    let size = terminalSize(ofPane: preview.panes.first ?? 0)
    return [.startBatch(preview.request(size: size))]
  }

  mutating func chooseNextEnvironment() {
    guard let open = openExercise, let name = currentEnvironment,
      let index = open.environments.firstIndex(where: { $0.name == name })
    else { return }
    let next = open.environments[(index + 1) % open.environments.count]
    choose(next.name)
  }

  mutating func choose(_ name: String) {
    guard let open = openExercise, let environment = open.environment(name) else { return }
    chosenEnvironment[open.id] = name
    notice = Notice(
      .information, "The next run and shell use \(name): \(environment.title).")
  }

  mutating func showEnvironments() -> [ConsoleEffect] {
    guard let open = openExercise else { return [] }
    let index = open.environments.firstIndex { $0.name == currentEnvironment } ?? 0
    dialog = .environments(selected: index)
    return [.refreshEnvironments(exercise: open.id)]
  }
}
