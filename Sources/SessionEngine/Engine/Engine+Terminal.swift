import ProcessRunner
import TerminalCore
import WorkshopModel

extension Engine {
  /// Opens an interactive shell inside an environment.
  /// - Throws: `Diagnosis` when the environment is not installed or the shell cannot be had.
  public func openShell(
    in environmentName: String, of exerciseID: String, size: Size
  ) async throws -> RunID {
    let exercise = try exercise(exerciseID)
    _ = try environment(environmentName, of: exercise)
    let specification = try await configuration.provider.shell(
      in: environmentName, of: exercise, folder: configuration.folder(of: exerciseID), size: size)
    return try start(
      specification, exercise: exerciseID, environment: environmentName, purpose: .shell,
      title: "shell in \(environmentName)")
  }

  /// What a run's screen shows, scrolled back by so many lines; nil when there is no such run.
  public func screen(of id: RunID, scrollOffset: Int) async -> TerminalSnapshot? {
    await runs[id]?.terminal.snapshot(scrollOffset: scrollOffset)
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

  /// Ctrl-C.
  public func interrupt(_ id: RunID) async {
    await runs[id]?.terminal.interrupt()
  }

  /// INT, then TERM, then KILL, to every descendant; returns when none is left.
  public func stop(_ id: RunID) async {
    guard let run = runs[id], run.snapshot.state.isAlive else { return }
    runs[id]?.snapshot.state = .stopping
    if let snapshot = runs[id]?.snapshot { sink.yield(.run(snapshot)) }
    await run.terminal.stop(grace: .seconds(2))
    _ = await waitForEnd(of: id)
  }
}
