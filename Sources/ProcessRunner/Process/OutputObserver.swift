/// Sees every byte a child writes, in order, before the screen does.
public protocol OutputObserver: Sendable {
  /// Called on the pseudo-terminal's own executor; must not block on anything but a local file.
  func received(_ bytes: UnsafeRawBufferPointer)

  /// Called once, after the last byte.
  func finished()
}
