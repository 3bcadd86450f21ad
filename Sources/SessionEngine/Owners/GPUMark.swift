/// A moment of a run that is worth a mark on the graph of its GPU.
public struct GPUMark: Sendable, Hashable {
  public enum Kind: Sendable, Hashable {
    case began
    /// It finished an epoch, counted from 1.
    case epoch(Int)
    case failed
  }

  /// In seconds since 1970.
  public let time: Double
  public let run: RunID
  public let kind: Kind

  public init(time: Double, run: RunID, kind: Kind) {
    self.time = time
    self.run = run
    self.kind = kind
  }
}
