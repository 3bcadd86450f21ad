/// Whether figures are of this machine and this moment.
public enum GPUOrigin: Sendable, Hashable {
  case live
  /// Played from a recording of this name.
  case replay(of: String)
  /// Made up, for the reason or by the program named.
  case simulated(String)

  /// What must be said wherever the figures are shown; nil for live ones.
  public var label: String? {
    switch self {
    case .live: nil
    case .replay(let name): "replay of \(name)"
    case .simulated(let name): "simulated: \(name)"
    }
  }
}
