extension PseudoTerminal {
  /// Between two looks for a program that has closed its terminal and may open it again.
  private static let reopenPause = Duration.milliseconds(50)
  /// Between two events about progress.
  private static let progressPause = Duration.milliseconds(100)

  /// Reads one buffer full at most, so that keys and snapshots never wait behind a flood.
  func readOutput() {
    guard case .running = lifecycle, let primary else { return }
    var filled = 0
    var hasEnded = false
    reading: while filled < readBuffer.count {
      let result = readBuffer.withUnsafeMutableBytes { buffer in
        primary.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[filled...]))
      }
      switch result {
      case .bytes(let count): filled += count
      case .nothingYet: break reading
      case .ended:
        hasEnded = true
        break reading
      }
    }
    if filled > 0 { deliver(filled) }
    if hasEnded { outputEnded() }
  }

  private func deliver(_ count: Int) {
    readBuffer.withUnsafeBytes { buffer in
      let bytes = UnsafeRawBufferPointer(rebasing: buffer[..<count])
      for observer in observers { observer.received(bytes) }
      emulator.feed(bytes)
    }
    sendReplies()
    if emulator.takeBell(), !bellIsPending {
      bellIsPending = true
      continuation.yield(.bell)
    }
    tellProgress()
    noteChange()
  }

  /// Tells of progress at once, then not before a pause is over: a program may change it with
  /// every byte.
  private func tellProgress() {
    let progress = emulator.state.pointee.progress
    guard progress != toldProgress, !progressWaits else { return }
    toldProgress = progress
    continuation.yield(.progress(progress))
    progressWaits = true
    executor.after(Self.progressPause) { [weak self] in
      self?.assumeIsolated { terminal in
        terminal.progressWaits = false
        terminal.tellProgress()
      }
    }
  }

  private func outputEnded() {
    tellHeldChange()
    outputSource = nil
    if ending.supervisorIsGone {
      ending.outputHasEnded = true
      finishWhenComplete()
      return
    }
    executor.after(Self.reopenPause) { [weak self] in
      self?.assumeIsolated { terminal in
        if case .running = terminal.lifecycle { terminal.watchOutput() }
      }
    }
  }
}
