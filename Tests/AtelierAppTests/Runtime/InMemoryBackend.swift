import TerminalCore

/// A backend for tests: frames are kept, events are scripted.
@MainActor
final class InMemoryBackend: Backend {
  private(set) var size: Size
  private(set) var frame: CellBuffer
  private(set) var cursor: Point?
  private(set) var presentedFrames = 0
  private(set) var isRestored = false
  private var pending: [TerminalEvent] = []

  init(size: Size) {
    self.size = size
    frame = CellBuffer(size: size)
  }

  func present(_ frame: CellBuffer, cursor: Point?) {
    self.frame = frame
    self.cursor = cursor
    presentedFrames += 1
  }

  func enqueue(_ events: [TerminalEvent]) {
    for case .resize(let size) in events { self.size = size }
    pending.append(contentsOf: events)
  }

  func pollEvents() -> [TerminalEvent] {
    defer { pending.removeAll() }
    return pending
  }

  @discardableResult
  func resized() -> Size { size }

  private(set) var clipboard: String?

  func setClipboard(_ text: String) {
    clipboard = text
  }

  func restore() {
    isRestored = true
  }
}
