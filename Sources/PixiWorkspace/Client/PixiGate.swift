/// A change of pixi's behaviour a client must know about, and the release it came with.
///
/// Source: pixi's changelog and source, 0.40 to 0.77.
public enum PixiGate: Sendable, Hashable, CaseIterable {
  /// The manifest's table `[workspace]` and the command `pixi workspace`.
  case workspaceTable
  /// `PIXI_NO_WRAP` keeps error texts on one line.
  case unwrappedErrors
  /// A signal sent to `pixi run` reaches the task.
  case signalsReachTask
  /// `--frozen` and `--locked` may stand together; `--no-lockfile-update` is gone.
  case frozenAndLockedTogether
  /// A lock file of format 7 is passed over with a warning instead of an error.
  case toleratesNewerLock
  /// `list --json` has about fifteen more fields.
  case detailedList
  /// The lock file is written in format 7.
  case lockFormat7
  /// A task's fatal signal ends pixi with the same signal.
  case reRaisesSignal
  /// Two installs of one environment wait for each other.
  case exclusiveInstall
  /// CUDA is declared per platform; `pixi workspace system-requirements` is gone.
  case richPlatforms

  /// The first release that behaves this way.
  public var firstRelease: PixiVersion {
    switch self {
    case .workspaceTable: PixiVersion(0, 43)
    case .unwrappedErrors: PixiVersion(0, 49)
    case .signalsReachTask: PixiVersion(0, 51)
    case .frozenAndLockedTogether: PixiVersion(0, 53)
    case .toleratesNewerLock: PixiVersion(0, 60)
    case .detailedList: PixiVersion(0, 62)
    case .lockFormat7: PixiVersion(0, 68)
    case .reRaisesSignal: PixiVersion(0, 70)
    case .exclusiveInstall: PixiVersion(0, 70, 1)
    case .richPlatforms: PixiVersion(0, 71)
    }
  }
}
