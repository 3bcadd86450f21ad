import SessionEngine
import WorkshopModel

extension ConsoleState {
  mutating func askForSideBySide() -> [ConsoleEffect] {
    guard let open = openExercise else { return [] }
    return ask(
      environments: Array(open.workloads.prefix(2).map(\.environment)), panes: [0, 1], open.id)
  }

  /// One run goes to the pane in front when that is free, or to the first that is.
  mutating func askForRun() -> [ConsoleEffect] {
    guard let open = openExercise, let name = currentEnvironment, let pane = freePane else {
      return []
    }
    return ask(environments: [name], panes: [pane], open.id)
  }

  /// Installs one environment, in a pane that is free.
  mutating func askForInstall(of name: String) -> [ConsoleEffect] {
    guard let open = openExercise else { return [] }
    guard let pane = freePane else {
      notice = Notice(.information, Self.bothPanesAreBusy)
      return []
    }
    return ask(environments: [name], panes: [pane], open.id, onlyInstalls: true)
  }

  static let bothPanesAreBusy =
    "Runs are under way: stop them (x in their pane), or let them finish."

  /// What a pane shows is not replaced while it is under way: nobody could stop it any more.
  func isFree(_ pane: Int) -> Bool { runPanes[pane].lane?.isOver ?? true }

  private var freePane: Int? {
    if let lane = focus.lane, isFree(lane) { return lane }
    return runPanes.indices.first(where: isFree)
  }

  private mutating func ask(
    environments: [String], panes: [Int], _ exercise: String, onlyInstalls: Bool = false
  ) -> [ConsoleEffect] {
    let preview = BatchPreview(
      exercise: exercise, environments: environments, panes: panes, onlyInstalls: onlyInstalls)
    dialog = .confirmBatch(preview)
    return [.planBatch(preview)]
  }

  mutating func startAgreed(_ preview: BatchPreview) -> [ConsoleEffect] {
    dialog = nil
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
