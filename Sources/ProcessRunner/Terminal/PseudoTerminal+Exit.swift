extension PseudoTerminal {
  /// For output to come to its end when something outside the run holds the terminal open.
  private static let drainLimit = Duration.seconds(2)
  /// For the supervisor to end what is left of a run whose program has exited; beyond it something
  /// cannot be killed, as a process of another user or one that waits for a lost disk.
  private static let cleanupLimit = Duration.seconds(15)

  func readStatus() {
    guard let supervisor, !ending.supervisorIsGone else { return }
    var hasEnded = false
    withUnsafeTemporaryAllocation(byteCount: 1024, alignment: 1) { buffer in
      switch supervisor.status.read(into: buffer) {
      case .bytes(let count): statusText.append(contentsOf: buffer[..<count])
      case .nothingYet: break
      case .ended: hasEnded = true
      }
    }
    while let end = statusText.firstIndex(of: UInt8(ascii: "\n")) {
      let line = String(decoding: statusText[..<end], as: UTF8.self)
      statusText.removeSubrange(...end)
      if let report = SupervisorReport(line: line) { note(report) }
    }
    if hasEnded { supervisorEnded() }
  }

  private func note(_ report: SupervisorReport) {
    switch report {
    case .started(let identifier):
      continuation.yield(.started(identifier))
    case .failed(let stage, let errorNumber):
      ending.outcome = .failedToStart(
        LaunchFailure.reason(stage, errorNumber: errorNumber, specification: specification))
    case .ended(let outcome, let seconds):
      ending.outcome = outcome
      ending.seconds = seconds
      after(Self.cleanupLimit) { $0.supervisorEnded() }
    case .usage(let cpuSeconds, let peakMemoryBytes):
      ending.cpuSeconds = cpuSeconds
      ending.peakMemoryBytes = peakMemoryBytes
    case .treeMemory(let peakBytes):
      // The kernel's own figure of one process is exact where looking can miss a short peak.
      ending.peakMemoryBytes = [ending.peakMemoryBytes, peakBytes].compactMap(\.self).max()
    case .killedForMemory:
      ending.ranOutOfMemory = true
    }
  }

  private func supervisorEnded() {
    guard case .running = lifecycle, !ending.supervisorIsGone else { return }
    ending.supervisorIsGone = true
    statusSource = nil
    if outputSource == nil { watchOutput() }
    after(Self.drainLimit) { $0.finish() }
  }

  func finishWhenComplete() {
    if ending.supervisorIsGone && ending.outputHasEnded { finish() }
  }

  private func finish() {
    guard case .running = lifecycle else { return }
    lifecycle = .exited
    for observer in pieceObservers + turnObservers { observer.finished() }
    outputSource = nil
    inputSource = nil
    statusSource = nil
    supervisor = nil
    primary = nil
    readBuffer = []
    var report = ExitReport(
      outcome: ending.outcome ?? .unknown, seconds: ending.seconds,
      cpuSeconds: ending.cpuSeconds, peakMemoryBytes: ending.peakMemoryBytes)
    report.ranOutOfMemory = ending.ranOutOfMemory
    continuation.yield(.exited(report))
    continuation.finish()
    executor.retire()
  }

  private func after(
    _ pause: Duration,
    _ action: @escaping @Sendable (isolated PseudoTerminal) -> Void
  ) {
    executor.after(pause) { [weak self] in
      self?.assumeIsolated(action)
    }
  }
}
