/// A size in character cells.
public struct Size: Sendable, Hashable, Codable {
  public var columns: Int
  public var rows: Int

  /// Negative figures become zero.
  public init(columns: Int, rows: Int) {
    self.columns = max(0, columns)
    self.rows = max(0, rows)
  }

  public static let zero = Size(columns: 0, rows: 0)
}
