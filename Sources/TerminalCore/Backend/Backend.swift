/// A terminal that frames are shown on and events come from.
@MainActor
public protocol Backend: AnyObject {
  var size: Size { get }

  /// Shows a frame; the cursor is hidden when its place is nil.
  func present(_ frame: CellBuffer, cursor: Point?)

  /// The events that have arrived since the last call, oldest first; never waits.
  func pollEvents() -> [TerminalEvent]

  /// Call after the terminal's size has changed: `pollEvents` then begins with the resize.
  @discardableResult
  func resized() -> Size

  /// Puts a text on the outer terminal's clipboard (OSC 52), where it allows that.
  func setClipboard(_ text: String)

  /// Puts the terminal back as it was found; calling it again does nothing.
  func restore()
}
