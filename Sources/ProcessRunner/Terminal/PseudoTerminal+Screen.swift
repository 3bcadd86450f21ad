extension PseudoTerminal {
  /// From one picture of a flood to the next; with the way to the screen and back it makes up to 60
  /// a second.
  private static let floodInterval = Duration.milliseconds(14)

  /// What is to be seen with the view scrolled back by so many lines; 0 follows the output.
  /// - Parameter moment: `totalScrolledLines` of the snapshot that the offset was chosen on: the
  ///   view then shows the same lines still, whatever has been written since.
  public func snapshot(scrollOffset: Int = 0, asOf moment: Int? = nil) -> TerminalSnapshot {
    noteSnapshot()
    guard scrollOffset > 0, let moment else {
      return emulator.snapshot(scrollOffset: scrollOffset)
    }
    let grown = max(0, emulator.state.pointee.scrollback.added - moment)
    return emulator.snapshot(scrollOffset: scrollOffset + grown)
  }

  func noteSnapshot() {
    changeIsPending = false
    bellIsPending = false
    scrolledAtSnapshot = emulator.state.pointee.scrollback.added
    snapshotTime = .now
  }

  /// Where nothing of the last picture is left, nobody can read along: no more pictures
  /// than the screen shows then leave the time to the output.
  func noteChange() {
    guard !changeIsPending else { return }
    changeIsPending = true
    let scrolled = emulator.state.pointee.scrollback.added - scrolledAtSnapshot
    let wait = ContinuousClock.now.duration(to: snapshotTime + Self.floodInterval)
    changeIsHeld = scrolled >= emulator.size.rows && wait > .zero
    guard changeIsHeld else {
      continuation.yield(.changed)
      return
    }
    executor.after(wait) { [weak self] in
      self?.assumeIsolated { $0.tellHeldChange() }
    }
  }

  /// Tells of a change that was held back, if there is one.
  func tellHeldChange() {
    guard changeIsHeld else { return }
    changeIsHeld = false
    continuation.yield(.changed)
  }

  /// Lines of scrollback and screen together, up to the last that holds something.
  public var lineCount: Int { emulator.lineCount }

  /// Plain text of lines, 0 being the oldest kept; without styles and without blanks at the end.
  public func lines(in range: Range<Int>) -> [String] {
    emulator.lines(in: range)
  }

  /// The title the program has set, without control characters; empty when none.
  public var title: String { emulator.state.pointee.title }
}
