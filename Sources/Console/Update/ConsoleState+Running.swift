import SessionEngine
import WorkshopModel

extension ConsoleState {
  mutating func askForSideBySide() -> [ConsoleEffect] {
    guard let open = openExercise else { return [] }
    return ask(
      environments: Array(open.workloads.prefix(2).map(\.environment)), panes: [0, 1], open.id)
  }

  /// One run goes to the pane in front, or to the first that is free.
  mutating func askForRun() -> [ConsoleEffect] {
    guard let open = openExercise, let name = currentEnvironment else { return [] }
    return ask(environments: [name], panes: [focus.lane ?? freePane], open.id)
  }

  /// Installs one environment, in the pane that is free.
  mutating func askForInstall(of name: String) -> [ConsoleEffect] {
    guard let open = openExercise else { return [] }
    return ask(environments: [name], panes: [freePane], open.id, onlyInstalls: true)
  }

  private var freePane: Int {
    runPanes.indices.first { run(inPane: $0)?.snapshot.state.isAlive != true } ?? 0
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

  /// Why a command has nothing to work on now, with the way there; nil when it can be done.
  public func disabledReason(of command: Command) -> String? {
    switch command {
    case .runSideBySide, .runCurrent, .nextEnvironment, .showEnvironments, .openShell, .showFiles:
      guard let open = openExercise else {
        return "Open an exercise first: choose it in the outline and press Enter."
      }
      if command == .runSideBySide, open.workloads.count < 2 {
        return "\(open.id) has one environment to run in: press r, or open exercise-3 for two."
      }
      if command == .runSideBySide || command == .runCurrent,
        runPanes.contains(where: { $0.lane.map { !$0.isOver } ?? false })
      {
        return command == .runSideBySide
          || runPanes.allSatisfy { $0.lane.map { !$0.isOver } ?? false }
          ? "Runs are under way: stop them (x in their pane), or let them finish." : nil
      }
      if command == .openShell, let name = currentEnvironment,
        let status = currentStatuses.first(where: { $0.name == name }), !status.isInstalled
      {
        return "\(name) is not installed yet: press E to install it."
      }
      return nil
    case .stop:
      if let run = focusedRun, run.snapshot.state.isAlive { return nil }
      if let lane = focus.lane, let phase = runPanes[lane].lane, !phase.isOver { return nil }
      return "Nothing is running in this pane."
    case .typeIntoProgram:
      return focusedRun?.snapshot.state.isAlive == true ? nil : "Nothing is running in this pane."
    default: return nil
    }
  }
}
