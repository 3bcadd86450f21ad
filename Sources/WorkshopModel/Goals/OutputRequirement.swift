/// What a run that ended with status 0 said of itself, as `key=value` or JSON in its output.
public struct OutputRequirement: Sendable, Hashable {
  /// Any environment without one.
  public var environment: String?
  /// Facts such as `framework` = `torch`, `cuda` = `12.*`; the values are globs.
  public var facts: [String: String] = [:]
  /// Names of figures it must have reported, such as `accuracy`.
  public var figures: [String] = []
  /// Whether the facts can be true only on a machine with an NVIDIA GPU: without one the goal is
  /// unknown, and says so.
  public var needsGPU = false

  public init() {}
}
