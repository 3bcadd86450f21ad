extension PseudoTerminal {
  /// Between two looks for a program that has closed its terminal and may open it again.
  private static let reopenPause = Duration.milliseconds(50)
  /// Between two events about progress.
  private static let progressPause = Duration.milliseconds(100)

  /// So much at once comes from a program that writes faster than it is read.
  private static let flood = 32_768

  /// Reads one buffer full at most, so that keys and snapshots never wait behind a flood.
  func readOutput() {
    guard case .running = lifecycle, let primary, !isReadingAhead else { return }
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
    if filled >= Self.flood, !hasEnded {
      outputSource = nil
      readAhead(of: primary)
    }
    if filled > 0 { deliver(filled) }
    if hasEnded { outputEnded() }
  }

  private func readAhead(of primary: FileDescriptor) {
    isReadingAhead = true
    if spareBuffer.isEmpty { spareBuffer = [UInt8](repeating: 0, count: readBuffer.count) }
    var buffer: [UInt8] = []
    swap(&buffer, &spareBuffer)
    readAhead.begin(primary, into: buffer) { [weak self, executor] piece in
      executor.perform { [weak self] in self?.assumeIsolated { $0.take(piece) } }
    }
  }

  /// Works on what was read ahead, while the next piece is read.
  private func take(_ piece: consuming OutputReadAhead.Piece) {
    isReadingAhead = false
    guard case .running = lifecycle, let primary else { return }
    spareBuffer = readBuffer
    readBuffer = piece.buffer
    if case .full = piece.reason { readAhead(of: primary) }
    if piece.count > 0 { deliver(piece.count) }
    switch piece.reason {
    case .full: break
    case .quiet: watchOutput()
    case .ended: outputEnded()
    }
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
