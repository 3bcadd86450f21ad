import PixiWorkspace

/// Which provider runs, and why.
public struct ProviderSelection: Sendable, Hashable {
  public let kind: ProviderKind
  /// One sentence for the screen; nil when the person asked for it by name.
  public let reason: String?
  /// pixi's absolute path; nil unless it was chosen.
  public let pixi: String?

  public init(kind: ProviderKind, reason: String?, pixi: String?) {
    self.kind = kind
    self.reason = reason
    self.pixi = pixi
  }
}
