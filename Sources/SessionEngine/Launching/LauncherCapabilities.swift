/// What can be done with runs at the place where a launcher starts them.
public struct LauncherCapabilities: Sendable, Hashable {
  /// Whether runs can be paused and go on.
  public let canPause: Bool
  /// Whether signals reach every process of a run, and not only the one that stands for it here.
  public let signalsReachEveryProcess: Bool
  /// Whether the GPUs that runs use are those whose figures this machine shows.
  public let usesGPUsOfThisMachine: Bool
  /// Whether memory and processor time of a run are those of its own processes.
  public let measuresResources: Bool

  public init(
    canPause: Bool, signalsReachEveryProcess: Bool, usesGPUsOfThisMachine: Bool,
    measuresResources: Bool
  ) {
    self.canPause = canPause
    self.signalsReachEveryProcess = signalsReachEveryProcess
    self.usesGPUsOfThisMachine = usesGPUsOfThisMachine
    self.measuresResources = measuresResources
  }
}
