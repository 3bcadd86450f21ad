/// Whether a figure is known, and why not.
public enum GPUReadingState: String, Sendable, Hashable, CaseIterable, Codable {
  /// Read in the newest round.
  case known
  /// Read in an earlier round; the newest gave none.
  case stale
  /// The device has no such figure, or the driver no such call.
  case unsupported
  /// This account may not read it.
  case noPermission = "no_permission"
  /// The device is gone.
  case lost
  /// Not asked yet, or the driver gave no sensible value.
  case unknown

  /// Such as `not supported`; stands behind `n/a`.
  public var words: String {
    switch self {
    case .known: "known"
    case .stale: "old"
    case .unsupported: "not supported by this device or driver"
    case .noPermission: "no permission"
    case .lost: "the GPU is lost"
    case .unknown: "not known"
    }
  }
}
