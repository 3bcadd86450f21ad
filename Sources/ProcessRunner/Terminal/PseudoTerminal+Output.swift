extension PseudoTerminal {
  /// Between two looks for a program that has closed its terminal and may open it again.
  private static let reopenPause = Duration.milliseconds(50)
  /// Between two events about progress.
  private static let progressPause = Duration.milliseconds(100)

  /// So many bytes are taken at once, so that keys and snapshots never wait behind a flood.
  static let turn = 65_536

  /// Reads a turn's bytes at most, and works on each piece before asking for the next.
  ///
  /// The kernel hands a terminal's output over in pieces of 4 KiB, and makes the next one ready on
  /// another processor when one is taken: whoever asks again at once waits for it, whoever works on
  /// what came finds it there.
  func readOutput() {
    guard case .running = lifecycle, let primary else { return }
    var taken = 0
    var hasEnded = false
    reading: while taken < Self.turn {
      let room = taken..<Self.turn
      switch readBuffer.withUnsafeMutableBytes({ primary.read(into: .init(rebasing: $0[room])) }) {
      case .bytes(let count):
        take(taken..<taken + count)
        taken += count
      case .nothingYet: break reading
      case .ended:
        hasEnded = true
        break reading
      }
    }
    if taken > 0 {
      give(0..<taken, to: turnObservers)
      tell()
    }
    if hasEnded { outputEnded() }
  }

  private func take(_ piece: Range<Int>) {
    give(piece, to: pieceObservers)
    readBuffer.withUnsafeBytes { emulator.feed(UnsafeRawBufferPointer(rebasing: $0[piece])) }
  }

  private func give(_ range: Range<Int>, to observers: [any OutputObserver]) {
    readBuffer.withUnsafeBytes { buffer in
      let bytes = UnsafeRawBufferPointer(rebasing: buffer[range])
      for observer in observers { observer.received(bytes) }
    }
  }

  /// Says what has come of the bytes of a turn.
  private func tell() {
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
