import ProcessRunner
import TerminalCore
import WorkshopModel

extension Engine {
  /// Opens an interactive shell inside an environment.
  /// - Throws: `Diagnosis` when the environment is not installed or the shell cannot be had.
  public func openShell(
    in environmentName: String, of exerciseID: String, size: Size
  ) async throws -> RunID {
    try await begin(planShell(in: environmentName, of: exerciseID, size: size))
  }

  func planShell(
    in environmentName: String, of exerciseID: String, size: Size
  ) async throws -> RunPlan {
    let exercise = try exercise(exerciseID)
    _ = try environment(environmentName, of: exercise)
    let specification = try await configuration.provider.shell(
      in: environmentName, of: exercise, folder: configuration.folder(of: exerciseID), size: size)
    return RunPlan(
      origin: .shell, specification: specification, exercise: exerciseID,
      environment: environmentName, purpose: .shell, title: "shell in \(environmentName)")
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
