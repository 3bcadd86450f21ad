import TerminalCore

/// What an emulated terminal shows at one moment.
public struct TerminalSnapshot: Sendable, Equatable {
  /// The visible cells; the size is the emulated terminal's.
  public var buffer: CellBuffer
  /// Where the program's cursor stands; nil when hidden or scrolled out of sight.
  public var cursor: Point?
  /// Lines above the visible ones that can be scrolled to.
  public var scrollbackLines: Int
  /// How many lines the view is scrolled back: 0 follows the output.
  public var scrollOffset: Int
  /// Whether the program has asked for the alternate screen, as editors and pagers do.
  public var isAlternateScreen: Bool
  /// Lines that have ever left the screen at its top: by how much it grows between two snapshots,
  /// a scrolled view has to move to keep showing the same lines.
  public var totalScrolledLines: Int

  public init(
    buffer: CellBuffer, cursor: Point?, scrollbackLines: Int, scrollOffset: Int,
    isAlternateScreen: Bool, totalScrolledLines: Int = 0
  ) {
    self.buffer = buffer
    self.cursor = cursor
    self.scrollbackLines = scrollbackLines
    self.scrollOffset = scrollOffset
    self.isAlternateScreen = isAlternateScreen
    self.totalScrolledLines = totalScrolledLines
  }
}
