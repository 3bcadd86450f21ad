import GPUMetrics

/// The full screen of one GPU: which of its lists is in front, and how the processes are put.
public struct GPUScreenState: Sendable, Equatable {
  public enum List: Sendable, Hashable {
    case processes
    case figures
  }

  public var list = List.processes
  public var order = GPUProcessOrder()
  /// The processes stand under who has them.
  public var isTree = true
  /// The process or owner in front; nil for the first.
  public var row: GPUProcessRow.ID?
  /// Where that row stood, for when it is gone.
  public var rowIndex = 0
  /// The fact in front in the list of figures; nil where the figure drawn is.
  public var fact: String?
  /// The graph has the whole screen.
  public var isGraphOnly = false

  public init() {}
}
