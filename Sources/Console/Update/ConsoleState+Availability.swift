import SessionEngine
import WorkshopModel

extension ConsoleState {
  /// Why a command has nothing to work on now, with the way there; nil when it can be done.
  public func disabledReason(of command: Command) -> String? {
    if Self.writingCommands.contains(command), let readOnlyReason { return readOnlyReason }
    if let reason = disabledReasonOnExercise(of: command) { return reason }
    switch command {
    case .runSideBySide, .runCurrent, .nextEnvironment, .showEnvironments, .openShell,
      .openPlainShell, .showFiles,
      .nextTab, .previousTab, .runWithOptions, .showTasks, .showContents:
      guard let open = openExercise else {
        return "Open an exercise first: choose it in the outline and press Enter."
      }
      return disabledReason(of: command, in: open)
    case .showGPU, .freeze, .explainFigure, .earlier, .later, .zoomTimeIn, .zoomTimeOut,
      .nextGPUFigure, .previousGPUFigure:
      return gpuPicture.report.devices.isEmpty
        ? "No GPU is known here: the pane of the GPUs (3) says why." : nil
    case .selectPrevious, .selectNext:
      return keyScope == .gpu && gpuPicture.report.devices.count < 2
        ? "There are no GPUs to choose from." : nil
    case .previousGPU, .nextGPU:
      return gpuPicture.report.devices.count == 1 && gpuIndex != nil
        ? "This is the only GPU there is." : nil
    case .saveFile:
      return workbench?.editor == nil ? "No file is in front: press f to choose one." : nil
    case .stop:
      if case .runs? = screens.last {
        return listedRun?.isAlive == true ? nil : "This run has ended."
      }
      if focusedRun?.snapshot.state.isAlive == true { return nil }
      if let lane = focus.lane, !isFree(lane) { return nil }
      return Self.nothingRuns
    case .typeIntoProgram where canEnterShowPicture: return nil
    case .typeIntoProgram:
      guard let run = focusedRun?.snapshot.state, run.isAlive else { return Self.nothingRuns }
      if case .paused = run { return "This run is paused: p lets it go on." }
      return nil
    default: return disabledReasonOnRuns(of: command)
    }
  }

  static let nothingRuns = "Nothing is running in this pane."

  private func disabledReason(of command: Command, in open: Exercise) -> String? {
    switch command {
    case .runSideBySide:
      if open.workloads.count < 2 { return sideBySideElsewhere(than: open) }
      return nil
    case .runCurrent, .runWithOptions:
      guard let name = currentEnvironment, open.workload(in: name) != nil else {
        return nothingToRun(in: open)
      }
      return nil
    case .nextEnvironment, .showEnvironments, .openShell, .openPlainShell, .showTasks,
      .showContents:
      return currentEnvironment == nil ? "\(open.id) declares no environment." : nil
    default: return nil
    }
  }

  /// Whether the open exercise declares two runs or more.
  var openExerciseRunsSideBySide: Bool { (openExercise?.workloads.count ?? 0) >= 2 }

  private func sideBySideElsewhere(than open: Exercise) -> String {
    guard let name = open.workloads.first?.environment else { return nothingToRun(in: open) }
    let other = workshop.exercises.first { $0.workloads.count >= 2 }
    return "\(open.id) runs in \(name) alone: press r"
      + (other.map { ", or open \($0.id) for two." } ?? ".")
  }

  private func nothingToRun(in open: Exercise) -> String {
    let names = open.workloads.map(\.environment)
    guard !names.isEmpty else { return "\(open.id) has nothing to run: press s for a shell." }
    return "\(open.id) has nothing to run in \(currentEnvironment ?? "this environment"): "
      + "press e for \(names.joined(separator: " or "))."
  }
}
