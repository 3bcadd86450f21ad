/// A backend for tests: frames are kept, events are scripted.
@MainActor
public final class InMemoryBackend: Backend {
  public private(set) var size: Size
  public private(set) var frame: CellBuffer
  public private(set) var cursor: Point?
  public private(set) var presentedFrames = 0
  public private(set) var isRestored = false
  private var pending: [TerminalEvent] = []

  public init(size: Size) {
    self.size = size
    frame = CellBuffer(size: size)
  }

  public func present(_ frame: CellBuffer, cursor: Point?) {
    self.frame = frame
    self.cursor = cursor
    presentedFrames += 1
  }

  public func enqueue(_ events: [TerminalEvent]) {
    for case .resize(let size) in events { self.size = size }
    pending.append(contentsOf: events)
  }

  public func pollEvents() -> [TerminalEvent] {
    defer { pending.removeAll() }
    return pending
  }

  @discardableResult
  public func resized() -> Size { size }

  public private(set) var clipboard: String?

  public func setClipboard(_ text: String) {
    clipboard = text
  }

  public func restore() {
    isRestored = true
  }
}
