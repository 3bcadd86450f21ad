import Foundation
import ProcessRunner
import TerminalCore
import WorkshopModel

extension Engine {
  /// Between two announcements that a run's screen has changed; the first comes at once.
  private static let screenInterval = Duration.milliseconds(16)
  /// From the first new figure of a run until its figures are told.
  private static let metricsDelay = Duration.milliseconds(30)

  /// Starts a process as a run of its own.
  /// - Throws: `Diagnosis` when the engine is closing.
  func start(
    _ specification: ProcessSpecification, exercise: String, environment: String,
    purpose: RunPurpose, title: String
  ) throws -> RunID {
    guard !isClosing else {
      throw Diagnosis(says: "The console is closing.", remedy: "Open it again to run more.")
    }
    let id = RunID(nextRun)
    nextRun += 1
    let collector = MetricsCollector(changed: coalescedMetricsChange(of: id))
    let (log, fault) = openLog(for: id, exercise: exercise, environment: environment)
    var observers: [any OutputObserver] = [collector]
    if let log { observers.append(log) }
    let terminal: PseudoTerminal
    do {
      terminal = try PseudoTerminal(
        specification: specification, supervisor: configuration.supervisor, observers: observers,
        scrollbackLimit: configuration.scrollbackLines)
    } catch {
      throw Diagnosis(
        says: "\(title) was not started.", remedy: "Free some memory or descriptors: \(error)")
    }
    let snapshot = RunSnapshot(
      id: id, exercise: exercise, environment: environment,
      provider: configuration.provider.kind, purpose: purpose, title: title,
      commandLine: specification.commandLine, state: .starting, log: log?.path, logFault: fault)
    runs[id] = LiveRun(
      snapshot: snapshot, terminal: terminal, collector: collector, logWriter: log)
    sink.yield(.run(snapshot))
    Task { await self.follow(id, terminal) }
    return id
  }

  /// Passes on what the terminal tells until it has told the end.
  private func follow(_ id: RunID, _ terminal: PseudoTerminal) async {
    do {
      try await terminal.start()
    } catch {
      end(id, ExitReport(outcome: .failedToStart("\(error)"), seconds: 0))
      return
    }
    for await event in terminal.events {
      switch event {
      case .started(let processID):
        change(id) { $0.state = .running(processID: processID) }
      case .changed:
        sink.yield(.screen(id))
        // Whoever shows the screen reads it on the terminal's own thread: a flood of output must
        // not be held up by more pictures of it than anyone can see.
        try? await Task.sleep(for: Self.screenInterval)
      case .exited(let report): end(id, report)
      case .bell: break
      }
    }
    // The stream's end without a report: nobody saw how it ended.
    if runs[id]?.snapshot.state.isAlive == true {
      end(id, ExitReport(outcome: .unknown, seconds: 0))
    }
  }

  private func change(_ id: RunID, _ edit: (inout RunSnapshot) -> Void) {
    guard var run = runs[id] else { return }
    edit(&run.snapshot)
    runs[id] = run
    sink.yield(.run(run.snapshot))
  }

  private func end(_ id: RunID, _ report: ExitReport) {
    guard let run = runs[id], run.snapshot.state.isAlive else { return }
    let fault = run.logWriter?.failure.map { "The log is not complete: \($0)" }
    let isShell = run.snapshot.purpose == .shell
    change(id) { snapshot in
      snapshot.state = .ended(report)
      snapshot.metrics = run.collector.metrics
      snapshot.logFault = fault ?? snapshot.logFault
      if report.outcome != .exited(0), !isShell {
        snapshot.diagnosis = diagnosis(of: report, run.collector.recentOutput)
      }
    }
    for waiter in run.waiters {
      waiter.resume(returning: runs[id]?.snapshot ?? run.snapshot)
    }
    runs[id]?.waiters = []
  }

  private func diagnosis(of report: ExitReport, _ output: String) -> Diagnosis? {
    if case .failedToStart(let reason) = report.outcome {
      return Diagnosis(says: reason, remedy: "Check that the program is installed.")
    }
    return configuration.provider.diagnose(output: output, exitCode: report.exitCode)
  }

  /// The run's snapshot once it has ended.
  public func waitForEnd(of id: RunID) async -> RunSnapshot {
    guard let run = runs[id], run.snapshot.state.isAlive else {
      return runs[id]?.snapshot
        ?? RunSnapshot(
          id: id, exercise: "", environment: "", provider: configuration.provider.kind,
          purpose: .workload, title: "", commandLine: "",
          state: .ended(ExitReport(outcome: .unknown, seconds: 0)), log: nil)
    }
    return await withCheckedContinuation { continuation in
      runs[id]?.waiters.append(continuation)
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
    change(id) { $0.metrics = metrics }
  }
}
