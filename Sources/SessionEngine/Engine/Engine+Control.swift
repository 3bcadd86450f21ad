import ProcessRunner

extension Engine {
  /// Ctrl-C.
  public func interrupt(_ id: RunID) async {
    await runs[id]?.terminal.interrupt()
  }

  /// INT, then TERM, then KILL, to every descendant; returns when none is left.
  public func stop(_ id: RunID) async {
    await stop(id, grace: Self.stopGrace, because: .person)
  }

  /// - Parameter grace: How long each step may take; of several wishes the shortest holds, and the
  ///   first one's reason.
  func stop(_ id: RunID, grace: Duration, because reason: StopReason) async {
    guard let run = runs[id], run.snapshot.state.isAlive else { return }
    if run.stop.map({ grace < $0.grace }) ?? true {
      runs[id]?.stop = (run.stop?.reason ?? reason, grace)
      notePauseIsOver(id)
      if run.snapshot.state != .stopping { change(id) { $0.state = .stopping } }
      await run.terminal.stop(grace: grace)
    }
    _ = await waitForEnd(of: id)
  }

  /// Stops every process of a run where it stands, until ``resume(_:)``.
  /// - Throws: `Diagnosis` when it does not run or cannot be paused where it executes.
  public func pause(_ id: RunID) async throws {
    let run = try live(id)
    let launcher = configuration.launcher
    guard launcher.capabilities.canPause else {
      throw Diagnosis(
        says: "\(run.snapshot.title) cannot be paused: \(launcher.name) does not allow it.",
        remedy: "Let it go on, or stop it.")
    }
    guard case .running(let processID) = run.snapshot.state else {
      throw Diagnosis(
        says: "\(run.snapshot.title) does not run now, so it cannot be paused.",
        remedy: "Pause it while it runs.")
    }
    runs[id]?.paused = configuration.uptime()
    change(id) { snapshot in
      snapshot.state = .paused(processID: processID)
      snapshot.pausedAt = configuration.now()
    }
    await run.terminal.pause()
  }

  /// Lets a paused run go on.
  /// - Throws: `Diagnosis` when it is not paused.
  public func resume(_ id: RunID) async throws {
    let run = try live(id)
    guard case .paused(let processID) = run.snapshot.state else {
      throw Diagnosis(
        says: "\(run.snapshot.title) is not paused.", remedy: "Pause it before it can go on.")
    }
    notePauseIsOver(id)
    change(id) { $0.state = .running(processID: processID) }
    await run.terminal.resume()
  }

  /// Gives a run a name of a person's own; nil or blanks take it away.
  /// - Throws: `Diagnosis` when there is no such run.
  public func rename(_ id: RunID, _ name: String?) throws {
    _ = try live(id)
    let words = name?.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    change(id) { $0.name = words?.isEmpty == false ? words : nil }
  }

  /// Keeps a run in sight, or no longer.
  /// - Throws: `Diagnosis` when there is no such run.
  public func pin(_ id: RunID, _ isPinned: Bool) throws {
    _ = try live(id)
    change(id) { $0.isPinned = isPinned }
  }

  func live(_ id: RunID) throws -> LiveRun {
    guard let run = runs[id] else {
      throw Diagnosis(says: "There is no run \(id).", remedy: "Choose one that is shown.")
    }
    return run
  }

  private func notePauseIsOver(_ id: RunID) {
    guard var run = runs[id], run.paused != nil else { return }
    run.pausedBefore = run.paused(until: configuration.uptime())
    run.paused = nil
    run.snapshot.pausedAt = nil
    run.snapshot.pausedSeconds = run.pausedBefore / .seconds(1)
    runs[id] = run
  }
}
