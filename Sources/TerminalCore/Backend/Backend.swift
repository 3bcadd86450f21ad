/// A terminal that frames are shown on and events come from.
@MainActor
public protocol Backend: AnyObject {
  var size: Size { get }

  /// Shows a frame; the cursor is hidden when its place is nil.
  func present(_ frame: CellBuffer, cursor: Point?)

  /// The events that have arrived since the last call, oldest first; never waits.
  func pollEvents() -> [TerminalEvent]

  /// Puts the terminal back as it was found; calling it again does nothing.
  func restore()
}
