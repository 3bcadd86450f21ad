/// A release of pixi, such as `0.77.0`.
public struct PixiVersion: Sendable, Hashable, Comparable, CustomStringConvertible {
  public let major: Int
  public let minor: Int
  public let patch: Int

  public init(_ major: Int, _ minor: Int, _ patch: Int = 0) {
    self.major = major
    self.minor = minor
    self.patch = patch
  }

  /// Reads what `pixi --version` prints (`pixi 0.77.0`) or the bare number; a suffix such as
  /// `-rc1` is passed over.
  public init?(parsing text: String) {
    guard
      let match = text.prefixMatch(
        of: /\s*(?:pixi )?v?([0-9]{1,6})\.([0-9]{1,6})(?:\.([0-9]{1,6}))?(?:[-+\s]|$)/),
      let major = Int(match.output.1), let minor = Int(match.output.2)
    else { return nil }
    self.init(major, minor, match.output.3.flatMap { Int($0) } ?? 0)
  }

  public static func < (left: PixiVersion, right: PixiVersion) -> Bool {
    (left.major, left.minor, left.patch) < (right.major, right.minor, right.patch)
  }

  public var description: String { "\(major).\(minor).\(patch)" }

  /// Whether this release behaves as the gate says.
  public func passes(_ gate: PixiGate) -> Bool { self >= gate.firstRelease }

  /// The newest format of pixi.lock this release reads.
  public var newestLockFormat: Int { passes(.lockFormat7) ? 7 : 6 }

  /// The oldest release Atelier works with.
  public static let oldestSupported = PixiVersion(0, 40)
  /// The oldest release that reads manifests with a table `[workspace]`, as workshops have them.
  public static let oldestForWorkshops = PixiGate.workspaceTable.firstRelease
}
