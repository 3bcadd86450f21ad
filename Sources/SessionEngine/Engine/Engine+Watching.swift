import ProcessRunner

extension Engine {
  /// Between two looks at a run that may ask for an answer.
  private static let questionInterval = Duration.seconds(1)
  /// How long a run may take for each step of its end.
  static let stopGrace = Duration.seconds(2)

  /// What looks after a run while its program runs.
  func watchers(of id: RunID) -> [Task<Void, Never>] {
    guard let run = runs[id] else { return [] }
    var watchers: [Task<Void, Never>] = []
    startTimeout(of: id)
    switch run.plan.purpose {
    case .workload, .task, .install:
      watchers.append(Task { await self.watchFigures(of: id) })
    case .shell: break
    }
    // A shell waits for its keyboard all the time: that is no news.
    if run.plan.purpose != .shell {
      watchers.append(Task { await self.watchForQuestions(of: id, run.activity) })
    }
    return watchers
  }

  private func startTimeout(of id: RunID) {
    guard let run = runs[id] else { return }
    run.timeout?.cancel()
    runs[id]?.timeout = nil
    guard let seconds = run.snapshot.options.timeoutSeconds, run.stop == nil, run.started != nil
    else { return }
    runs[id]?.timeout = Task { await self.watchTimeout(of: id, seconds: seconds) }
  }

  /// Stops a run after so many seconds from its start, pauses not counted; nil lets it go on.
  /// - Throws: `Diagnosis` when it does not run any more or has run longer already.
  public func setTimeout(of id: RunID, _ seconds: Double?) throws {
    let run = try live(id)
    guard run.snapshot.state.isAlive else {
      throw Diagnosis(
        says: "\(run.snapshot.title) has ended.", remedy: "Give the next run a time-out.")
    }
    if let seconds, let started = run.started {
      let now = configuration.uptime()
      guard now - started - run.paused(until: now) < .seconds(seconds) else {
        throw Diagnosis(
          says: "\(run.snapshot.title) has run for longer than that already.",
          remedy: "Give it more time from its start, or stop it.")
      }
    }
    change(id) { $0.options.timeoutSeconds = seconds }
    startTimeout(of: id)
  }

  /// Stops the run when it has run for so long; pauses do not count.
  private func watchTimeout(of id: RunID, seconds: Double) async {
    while let run = runs[id], let started = run.started, run.stop == nil {
      let now = configuration.uptime()
      let left = Duration.seconds(seconds) - (now - started - run.paused(until: now))
      if left <= .zero {
        // Stopping outlives this task, which the run's end cancels.
        Task { await self.stop(id, grace: Self.stopGrace, because: .timeout(seconds: seconds)) }
        return
      }
      do {
        try await Task.sleep(for: run.paused == nil ? left : min(left, .seconds(1)))
      } catch { return }
    }
  }

  /// Looks for a question a while after output has paused, and then ever more rarely, until output
  /// goes on; once it asks, every second until it no longer does.
  private func watchForQuestions(of id: RunID, _ activity: OutputActivity) async {
    var seen = activity.count
    var quietLooks = 0
    while (try? await Task.sleep(for: Self.questionInterval)) != nil {
      guard let run = runs[id] else { return }
      guard case .running = run.snapshot.state else {
        tell(nil, of: id)
        continue
      }
      let count = activity.count
      if run.question != nil {
        tell(await run.terminal.question(), of: id)
      } else if count != seen {
        quietLooks = 0
      } else {
        quietLooks += 1
        // 1, 2, 4, 8, 16 seconds after the last output, then twice a minute.
        if quietLooks.nonzeroBitCount == 1 || quietLooks.isMultiple(of: 30) {
          tell(await run.terminal.question(), of: id)
        }
      }
      seen = count
    }
  }

  private func tell(_ question: TerminalQuestion?, of id: RunID) {
    guard let run = runs[id], run.snapshot.state.isAlive else { return }
    let words = question.map { $0.text.isEmpty ? "It waits for input." : "It asks: \($0.text)" }
    guard words != run.question else { return }
    let isOurs = run.snapshot.attention == run.question
    runs[id]?.question = words
    if isOurs { change(id) { $0.attention = words } }
  }
}
