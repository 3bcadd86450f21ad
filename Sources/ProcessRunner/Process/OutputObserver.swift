/// Sees every byte a child writes, once and in order, before anyone is told of a change.
public protocol OutputObserver: Sendable {
  /// Whether it gets a turn's bytes at once, up to 64 KiB, instead of each piece of about 4 KiB as
  /// it is read: for observers that every call costs something.
  var takesWholeTurns: Bool { get }

  /// Called on the pseudo-terminal's own executor; must not block on anything but a local file.
  func received(_ bytes: UnsafeRawBufferPointer)

  /// Called once, after the last byte.
  func finished()
}

extension OutputObserver {
  public var takesWholeTurns: Bool { false }
}
