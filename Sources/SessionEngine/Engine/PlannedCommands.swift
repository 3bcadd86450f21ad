/// What a batch would run, as one would type it.
public struct PlannedCommands: Sendable, Hashable {
  /// One after another; none when everything is there.
  public let installs: [String]
  /// All at the same time, after the installs.
  public let runs: [String]
  /// What was looked at before; empty when nothing was.
  public let preflight: [PreflightFinding]

  public init(installs: [String], runs: [String], preflight: [PreflightFinding] = []) {
    self.installs = installs
    self.runs = runs
    self.preflight = preflight
  }
}
