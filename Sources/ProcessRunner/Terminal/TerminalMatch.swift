/// Where a search found its text.
public struct TerminalMatch: Sendable, Hashable {
  /// As ``TerminalPlace/line``.
  public let line: Int
  /// The columns of the screen it covers on that line.
  public let columns: Range<Int>
  /// Its number among all matches, counted from 1 at the oldest line.
  public let ordinal: Int
  /// How many matches there are in what is kept.
  public let total: Int

  public init(line: Int, columns: Range<Int>, ordinal: Int, total: Int) {
    self.line = line
    self.columns = columns
    self.ordinal = ordinal
    self.total = total
  }
}
