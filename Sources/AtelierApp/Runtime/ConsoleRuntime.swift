import Console
import Foundation
import TerminalCore

/// The loop of the console: events in, one state, effects and frames out.
@MainActor
final class ConsoleRuntime {
  private static let frameInterval = Duration.microseconds(16_667)
  /// What is typed is answered sooner than what happens by itself.
  private static let typingInterval = Duration.milliseconds(4)
  /// Figures and states of runs come with the next picture of a screen where pictures come quickly.
  private static let reportInterval = Duration.milliseconds(33)

  private var state: ConsoleState
  private let backend: any Backend
  private let effects: EffectHandler
  private let inputs: InputQueue
  private let sources: [any InputSource]
  private let clock = ContinuousClock()
  private var lastFrame: ContinuousClock.Instant?
  private var nextFrame: ContinuousClock.Instant?
  private var lastShown: (frame: CellBuffer, cursor: Point?)?
  private var ending: InputQueue.Ending?

  init(
    state: ConsoleState, backend: any Backend, effects: EffectHandler, inputs: InputQueue,
    sources: [any InputSource]
  ) {
    self.state = state
    self.backend = backend
    self.effects = effects
    self.inputs = inputs
    self.sources = sources
  }

  /// Runs until the console is quit; the terminal and every process are then as they were.
  func run() async -> InputQueue.Ending {
    draw()
    for source in sources { source.start(inputs) }
    effects.start()
    for await input in inputs.stream {
      switch input {
      case .event(let event): apply(event)
      case .end(let ending): self.ending = self.ending ?? ending
      }
      if ending != nil { break }
      scheduleFrame(after: input)
    }
    for source in sources { source.stop() }
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
  private func scheduleFrame(after input: InputQueue.Input) {
    var isTyped = false
    var interval = Self.frameInterval
    switch input {
    // It asks for the screen, and shows nothing before that has come.
    case .event(.engine(.screen)): return
    case .event(.engine): interval = Self.reportInterval
    case .event(.terminal):
      isTyped = true
      interval = Self.typingInterval
    default: break
    }
    let due = lastFrame.map { $0.advanced(by: interval) } ?? clock.now
    let wait = clock.now.duration(to: due)
    guard wait > .zero else { return draw(isTyped: isTyped) }
    if let nextFrame, nextFrame <= due { return }
    nextFrame = due
    let nanoseconds = Int(wait.components.attoseconds / 1_000_000_000)
    DispatchQueue.main.asyncAfter(deadline: .now() + .nanoseconds(nanoseconds)) {
      MainActor.assumeIsolated {
        // One that was due sooner has been drawn in its place.
        if self.nextFrame == due { self.draw() }
      }
    }
  }

  private func draw(isTyped: Bool = false) {
    guard ending == nil else { return }
    nextFrame = nil
    let frameBefore = lastFrame
    lastFrame = clock.now
    let (frame, cursor) = state.render()
    if let shown = lastShown, shown.frame == frame, shown.cursor == cursor {
      // A key for a program shows nothing by itself: the program's answer must not wait for it.
      if isTyped { lastFrame = frameBefore }
      return
    }
    lastShown = (frame, cursor)
    backend.present(frame, cursor: cursor)
  }
}
