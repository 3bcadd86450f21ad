import ProcessRunner
import TerminalCore
import WorkshopModel

extension Engine {
  /// Opens an interactive shell inside an environment, or in the exercise's folder where there is
  /// nothing yet to be inside of; the run's title says which, and why.
  /// - Parameter isPlain: Whether it is to be in no environment, whatever is installed.
  /// - Throws: `Diagnosis` when the shell cannot be had.
  public func openShell(
    in environmentName: String, of exerciseID: String, size: Size, isPlain: Bool = false
  ) async throws -> RunID {
    try await begin(planShell(in: environmentName, of: exerciseID, size: size, isPlain: isPlain))
  }

  func planShell(
    in environmentName: String, of exerciseID: String, size: Size, isPlain: Bool
  ) async throws -> RunPlan {
    let exercise = try exercise(exerciseID)
    _ = try environment(environmentName, of: exercise)
    let (provider, folder) = (configuration.provider, configuration.folder(of: exerciseID))
    var specification: ProcessSpecification
    var title = RunPlan.plainShellTitle
    do {
      if isPlain {
        specification = provider.plainShell(in: folder, size: size)
      } else {
        specification = try await provider.shell(
          in: environmentName, of: exercise, folder: folder, size: size)
        title = "shell in \(environmentName)"
      }
    } catch let missing as Diagnosis {
      specification = provider.plainShell(in: folder, size: size)
      title += ": \(missing.says)"
    }
    if let own = configuration.ownCommand {
      specification.environment = own.reachable(in: specification.environment)
    }
    return RunPlan(
      origin: .shell(isPlain: isPlain), specification: specification, exercise: exerciseID,
      environment: environmentName, purpose: .shell, title: title)
  }

  /// What a run's screen shows, scrolled back by so many lines; nil when there is no such run.
  /// - Parameter moment: `totalScrolledLines` of the snapshot that the offset was chosen on, so
  ///   that a view that is scrolled back stays where it is while output goes on.
  public func screen(
    of id: RunID, scrollOffset: Int, asOf moment: Int? = nil
  ) async -> TerminalSnapshot? {
    await runs[id]?.terminal.snapshot(scrollOffset: scrollOffset, asOf: moment)
  }

  public func send(_ key: KeyPress, to id: RunID) async {
    _ = await runs[id]?.terminal.send(key)
  }

  public func paste(_ text: String, to id: RunID) async {
    _ = await runs[id]?.terminal.paste(text)
  }

  public func send(_ event: MouseEvent, to id: RunID) async {
    _ = await runs[id]?.terminal.mouse(event)
  }

  public func resize(_ id: RunID, to size: Size) async {
    await runs[id]?.terminal.resize(size)
  }
}
