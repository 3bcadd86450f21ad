import Console
import Foundation
import TerminalCore

/// The loop of the console: events in, one state, effects and frames out.
@MainActor
final class ConsoleRuntime {
  private static let frameInterval = Duration.microseconds(16_667)

  private var state: ConsoleState
  private let backend: any Backend
  private let signals: SignalPipe
  private let effects: EffectHandler
  private let inputs: InputQueue
  private let clock = ContinuousClock()
  private var lastFrame: ContinuousClock.Instant?
  private var isFrameScheduled = false
  private var lastShown: (frame: CellBuffer, cursor: Point?)?
  private var ending: InputQueue.Ending?

  init(
    state: ConsoleState, backend: any Backend, signals: SignalPipe, effects: EffectHandler,
    inputs: InputQueue
  ) {
    self.state = state
    self.backend = backend
    self.signals = signals
    self.effects = effects
    self.inputs = inputs
  }

  /// Runs until the console is quit; the terminal and every process are then as they were.
  func run() async -> InputQueue.Ending {
    draw()
    let watcher = InputWatcher(backend: backend, signals: signals, inputs: inputs)
    let ticker = Ticker(inputs: inputs)
    effects.start()
    for await input in inputs.stream {
      switch input {
      case .event(let event): apply(event)
      case .end(let ending): self.ending = self.ending ?? ending
      }
      if ending != nil { break }
      scheduleFrame()
    }
    ticker.stop()
    watcher.stop()
    await effects.close(drafts: state.drafts)
    backend.restore()
    return ending ?? .quit
  }

  private func apply(_ event: ConsoleEvent) {
    for effect in state.update(event) {
      switch effect {
      case .quit: ending = .quit
      case .copy(let text): backend.setClipboard(text)
      default: effects.carryOut(effect)
      }
    }
  }

  /// Draws at once when the last frame is long enough ago, otherwise when its time is over.
  private func scheduleFrame() {
    guard !isFrameScheduled else { return }
    let due = lastFrame.map { $0.advanced(by: Self.frameInterval) } ?? clock.now
    let wait = clock.now.duration(to: due)
    guard wait > .zero else { return draw() }
    isFrameScheduled = true
    let nanoseconds = Int(wait.components.attoseconds / 1_000_000_000)
    DispatchQueue.main.asyncAfter(deadline: .now() + .nanoseconds(nanoseconds)) {
      MainActor.assumeIsolated {
        self.isFrameScheduled = false
        self.draw()
      }
    }
  }

  private func draw() {
    guard ending == nil else { return }
    lastFrame = clock.now
    let (frame, cursor) = state.render()
    if let shown = lastShown, shown.frame == frame, shown.cursor == cursor { return }
    lastShown = (frame, cursor)
    backend.present(frame, cursor: cursor)
  }
}
