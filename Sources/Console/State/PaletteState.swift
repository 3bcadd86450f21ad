/// The palette's filter and the marked row among what it leaves.
public struct PaletteState: Sendable, Equatable {
  public var filter = ""
  public var selected = 0

  public init() {}
}
