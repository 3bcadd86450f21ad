import Foundation
import Glibc
import ProcessRunner
import TerminalCore
import WorkshopModel

extension Engine {
  /// Between two announcements that a run's screen has changed; the first comes at once.
  private static let screenInterval = Duration.milliseconds(16)
  /// From the first new figure of a run until its figures are told.
  private static let metricsDelay = Duration.milliseconds(30)

  /// Starts a process as a run of its own, where the launcher says.
  /// - Throws: `Diagnosis`, such as that the engine is closing.
  func begin(_ plan: RunPlan) async throws -> RunID {
    if case .readOnly = configuration.memory.status { throw Self.readOnly }
    var process = try await process(for: plan.specification, plan.options)
    let id = await configuration.memory.recorder.begin(firstRecord(of: plan, process))
    // Not a part of what is planned and shown: it changes nothing for the program.
    process.environment.merge(RunMark(run: id, session: sessionName).variables) { $1 }
    guard !isClosing else {
      throw neverBegun(id, plan, process, Self.isClosingDown)
    }
    let begun = configuration.uptime()
    let workload = (try? exercise(plan.exercise)).flatMap { plan.workload(in: $0) }
    let collector = MetricsCollector(
      patterns: workload?.metricPatterns ?? [],
      clock: plan.purpose.givesFigures ? secondsSince(begun) : nil,
      changed: coalescedMetricsChange(of: id), lineRead: attentionReader(of: id, plan.purpose))
    let activity = OutputActivity()
    let (log, fault) = openLog(for: id, exercise: plan.exercise, environment: plan.environment)
    var observers: [any OutputObserver] = [collector, activity]
    if let log { observers.append(log) }
    let terminal: PseudoTerminal
    do {
      terminal = try PseudoTerminal(
        specification: process, supervisor: configuration.supervisor, observers: observers,
        scrollbackLimit: configuration.scrollbackLines)
    } catch {
      throw neverBegun(
        id, plan, process,
        Diagnosis(
          says: "\(plan.title) was not started.",
          remedy: "Free some memory or descriptors: \(error)"))
    }
    var snapshot = RunSnapshot(
      id: id, exercise: plan.exercise, environment: plan.environment,
      provider: configuration.provider.kind, purpose: plan.purpose, title: plan.title,
      commandLine: plan.options.commandLine(of: process), state: .starting, log: log?.path,
      logFault: fault)
    snapshot.name = plan.name
    snapshot.options = plan.options
    snapshot.startedAt = configuration.now()
    snapshot.batch = plan.batch
    snapshot.repetition = plan.repetition
    snapshot.workingDirectory = process.workingDirectory
    snapshot.launcher = configuration.launcher.name
    var run = LiveRun(
      snapshot: snapshot, plan: plan, terminal: terminal, collector: collector, logWriter: log,
      activity: activity)
    run.begun = begun
    if let files = workload?.metricFiles, !files.isEmpty {
      run.follower = MetricFileFollower(
        folder: process.workingDirectory, patterns: files, startedAt: configuration.now())
    }
    runs[id] = run
    sink.yield(.run(snapshot))
    keep(id)
    record(.started, snapshot.commandLine, run: id)
    keepPackages(of: id)
    if plan.purpose.givesFigures { await prefetch?.workloadStarted() }
    Task { await self.follow(id, terminal) }
    return id
  }

  /// What is really started for what a provider has planned and a person has asked for.
  func process(
    for planned: ProcessSpecification, _ options: RunOptions
  ) async throws -> ProcessSpecification {
    guard !isClosing else { throw Self.isClosingDown }
    var inside = options.applied(to: planned)
    inside.environment = ChildEnvironment.make(
      from: inside.environment, adding: options.allVariables)
    return try await configuration.launcher.process(for: inside)
  }

  /// What is kept of a run before it has its number; numbers are given where it is kept.
  private func firstRecord(of plan: RunPlan, _ process: ProcessSpecification) -> StoredRun {
    StoredRun(
      id: RunID(0), exercise: plan.exercise, environment: plan.environment,
      provider: configuration.provider.kind.rawValue, purpose: plan.purpose, title: plan.title,
      name: plan.name, commandLine: plan.options.commandLine(of: process),
      workingDirectory: process.workingDirectory, options: plan.options,
      startedAt: configuration.now(), batch: plan.batch.map(storedName(of:)),
      repetition: plan.repetition)
  }

  private func secondsSince(_ moment: Duration) -> @Sendable () -> Double {
    let uptime = configuration.uptime
    return { (uptime() - moment) / .seconds(1) }
  }

  /// Keeps that a run which has its number did not begin after all.
  private func neverBegun(
    _ id: RunID, _ plan: RunPlan, _ process: ProcessSpecification, _ reason: Diagnosis
  ) -> Diagnosis {
    var stored = firstRecord(of: plan, process).numbered(id)
    stored.ending = .failedToStart(reason.says)
    configuration.memory.recorder.update(stored)
    return reason
  }

  /// Keeps what comes with a run that has begun or ended, behind its back.
  private func keepLast(of id: RunID) {
    let before = keeping[id]
    keeping[id] = Task {
      await before?.value
      await self.keepLastFigures(of: id)
      self.keeping[id] = nil
    }
  }

  private func keepPackages(of id: RunID) {
    guard let plan = runs[id]?.plan, plan.purpose.givesFigures,
      let exercise = try? exercise(plan.exercise)
    else { return }
    let configuration = configuration
    keeping[id] = Task {
      let packages = await configuration.provider.packages(
        of: plan.environment, of: exercise, in: configuration.folder(of: exercise.id))
      if !packages.isEmpty { configuration.memory.recorder.setPackages(packages, of: id) }
    }
  }

  /// Passes on what the terminal tells until it has told the end.
  private func follow(_ id: RunID, _ terminal: PseudoTerminal) async {
    await runs[id]?.follower?.prepare()
    do {
      if runs[id]?.stop != nil { throw StoppedBeforeItBegan() }
      try await terminal.start()
    } catch {
      runs[id]?.collector.finished()
      runs[id]?.logWriter?.finished()
      end(id, ExitReport(outcome: .failedToStart("\(error)"), seconds: 0))
      return
    }
    // What was asked of the terminal before it had begun has not reached the program.
    if let stop = runs[id]?.stop { await terminal.stop(grace: stop.grace) }
    for await event in terminal.events {
      switch event {
      case .started(let processID): begun(id, processID)
      case .changed:
        sink.yield(.screen(id))
        // Whoever shows the screen reads it on the terminal's own thread: a flood of output must
        // not be held up by more pictures of it than anyone can see.
        try? await Task.sleep(for: Self.screenInterval)
      case .exited(let report): end(id, report)
      case .progress(let told): take(told, of: id)
      case .bell: break
      }
    }
    // The stream's end without a report: nobody saw how it ended.
    if runs[id]?.snapshot.state.isAlive == true {
      end(id, ExitReport(outcome: .unknown, seconds: 0))
    }
  }

  private struct StoppedBeforeItBegan: Error, CustomStringConvertible {
    var description: String { "It was stopped before it began." }
  }

  private func begun(_ id: RunID, _ processID: Int32) {
    runs[id]?.started = configuration.uptime()
    runs[id]?.root = RunRoot(id, program: processID, own: getpid(), in: processes)
    let watchers = watchers(of: id)
    runs[id]?.watchers = watchers
    if runs[id]?.snapshot.state == .starting {
      change(id) { $0.state = .running(processID: processID) }
    }
  }

  func change(_ id: RunID, _ edit: (inout RunSnapshot) -> Void) {
    guard var run = runs[id] else { return }
    let before = run.snapshot
    edit(&run.snapshot)
    markForGPUs(run.snapshot, after: before)
    runs[id] = run
    sink.yield(.run(run.snapshot))
    keep(id)
  }

  private func end(_ id: RunID, _ told: ExitReport) {
    guard let run = runs[id], run.snapshot.state.isAlive else { return }
    for watcher in run.watchers { watcher.cancel() }
    run.timeout?.cancel()
    var report = told
    report.stopReason = run.stop?.reason.words
    report.pausedSeconds = run.paused(until: configuration.uptime()) / .seconds(1)
    change(id) { snapshot in
      snapshot.state = .ended(report)
      snapshot.metrics = run.collector.metrics
      snapshot.logFault = logFault(of: run) ?? snapshot.logFault
      snapshot.diagnosis = diagnosis(of: report, run)
      snapshot.pausedSeconds = report.pausedSeconds
      snapshot.pausedAt = nil
      snapshot.attention = nil
      snapshot.progress = nil
    }
    keepGPUUse(of: id)
    record(.ended, "\(run.snapshot.title): \(report.words)", run: id)
    keepLast(of: id)
    if run.plan.purpose.givesFigures, let prefetch {
      Task { await prefetch.workloadEnded() }
    }
    let waiters = runs[id]?.waiters ?? []
    runs[id]?.waiters = []
    runs[id]?.watchers = []
    for waiter in waiters { waiter.resume() }
  }

  private func logFault(of run: LiveRun) -> String? {
    guard let log = run.logWriter else { return nil }
    if let failure = log.failure { return "The log is not complete: \(failure)" }
    guard FileManager.default.fileExists(atPath: log.path) else {
      return "The log is gone: \(log.path) was removed while the run went on."
    }
    return nil
  }

  /// Nil for a run that ended as it was meant to: well, by a wish to stop, or as shells end.
  private func diagnosis(of report: ExitReport, _ run: LiveRun) -> Diagnosis? {
    guard report.outcome != .exited(0), run.stop == nil else { return nil }
    if case .failedToStart(let reason) = report.outcome {
      return Diagnosis(says: "\(run.snapshot.title) did not start.", remedy: reason)
    }
    guard run.snapshot.purpose != .shell else { return nil }
    return configuration.provider.diagnose(
      output: run.collector.recentOutput, exitCode: report.exitCode)
  }

  /// The run's snapshot once it has ended; nil when there is no such run.
  public func waitForEnd(of id: RunID) async -> RunSnapshot? {
    if runs[id]?.snapshot.state.isAlive == true {
      await withCheckedContinuation { runs[id]?.waiters.append($0) }
    }
    return runs[id]?.snapshot
  }

  /// Waits for a run's end, and stops it when the task that waits is cancelled.
  func runToEnd(_ id: RunID) async -> RunSnapshot? {
    await withTaskCancellationHandler {
      await waitForEnd(of: id)
    } onCancel: {
      Task { await self.stop(id) }
    }
  }

  private func openLog(
    for id: RunID, exercise: String, environment: String
  ) -> (LogFileWriter?, String?) {
    let stamp = RunLogName.stamp(configuration.now())
    let name = "\(stamp)-\(exercise)-\(environment)-\(id.number).log"
    let folder = configuration.logFolder
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      let path = folder.appending(path: name).path(percentEncoded: false)
      return (try LogFileWriter(path: path), nil)
    } catch {
      return (nil, "No log is kept: \(folder.path(percentEncoded: false)) cannot be written.")
    }
  }

  /// A callback that lets at most one change of figures wait for the engine.
  private func coalescedMetricsChange(of id: RunID) -> @Sendable () -> Void {
    let pending = PendingFlag()
    return { [weak self] in
      guard pending.raise() else { return }
      Task {
        try? await Task.sleep(for: Self.metricsDelay)
        pending.lower()
        await self?.metricsChanged(id)
      }
    }
  }

  private func metricsChanged(_ id: RunID) {
    guard let run = runs[id], run.snapshot.state.isAlive else { return }
    let metrics = run.collector.metrics
    change(id) { snapshot in
      snapshot.metrics = metrics
      if let progress = metrics.progress { snapshot.progress = progress }
    }
  }
}
