/// A version of CUDA, such as 11.8; `12` stands for 12.0.
public struct CUDAVersion: Sendable, Hashable, Comparable, CustomStringConvertible {
  public let major: Int
  public let minor: Int

  public init(_ major: Int, _ minor: Int) {
    self.major = major
    self.minor = minor
  }

  /// From `12`, `12.9`, `12.9.1`, or a condition such as `12.*` or `>=11.8`; nil for another text.
  public init?(_ text: String) {
    let digits = text.drop { !$0.isNumber }
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false).prefix(2)
    guard let first = parts.first, let major = Int(first) else { return nil }
    self.init(major, parts.dropFirst().first.flatMap { Int($0.prefix { $0.isNumber }) } ?? 0)
  }

  public var description: String { "\(major).\(minor)" }

  public static func < (left: Self, right: Self) -> Bool {
    (left.major, left.minor) < (right.major, right.minor)
  }
}
