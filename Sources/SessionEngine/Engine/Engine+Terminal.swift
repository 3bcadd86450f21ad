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

  /// Ctrl-C.
  public func interrupt(_ id: RunID) async {
    await runs[id]?.terminal.interrupt()
  }

  /// INT, then TERM, then KILL, to every descendant; returns when none is left.
  public func stop(_ id: RunID) async {
    await stop(id, grace: .seconds(2))
  }

  /// - Parameter grace: How long each step may take; of several wishes the shortest holds.
  func stop(_ id: RunID, grace: Duration) async {
    guard let run = runs[id], run.snapshot.state.isAlive else { return }
    if run.stopGrace.map({ grace < $0 }) ?? true {
      runs[id]?.stopGrace = grace
      if run.snapshot.state != .stopping { change(id) { $0.state = .stopping } }
      await run.terminal.stop(grace: grace)
    }
    _ = await waitForEnd(of: id)
  }
}
