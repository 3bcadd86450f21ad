/// The generation of a GPU as CUDA counts it, such as 9.0 for Hopper.
public struct CUDAComputeCapability: Sendable, Hashable, Comparable, CustomStringConvertible {
  public let major: Int
  /// 0 to 9.
  public let minor: Int

  public init(major: Int, minor: Int) {
    self.major = major
    self.minor = minor
  }

  /// From `9.0`; nil for another text.
  public init?(_ text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let major = parts[0], let minor = parts[1], major > 0,
      (0...9).contains(minor)
    else { return nil }
    self.init(major: major, minor: minor)
  }

  public var description: String { "\(major).\(minor)" }

  public static func < (left: Self, right: Self) -> Bool {
    (left.major, left.minor) < (right.major, right.minor)
  }
}
