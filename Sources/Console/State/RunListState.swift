import SessionEngine

/// The list of all runs: what is looked for, which row is in front, what is marked.
public struct RunListState: Sendable, Equatable {
  public var filter = TextField()
  /// Whether keys go to the filter.
  public var isFiltering = false
  public var selected = 0
  /// The runs to compare, in the order they were marked.
  public var marked: [RunID] = []

  public init() {}
}
