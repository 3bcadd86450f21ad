/// A change of pixi's behaviour a client must know about, and the release it came with.
///
/// Source: pixi's changelog and source, 0.40 to 0.77.
public enum PixiGate: Sendable, Hashable, CaseIterable {
  /// The command `pixi lock`, which solves and installs nothing.
  case lockCommand
  /// `pixi run --dry-run`.
  case dryRun
  /// A machine without CUDA is refused only when a locked package needs `__cuda`.
  case cudaByLockedPackages
  /// The manifest's table `[workspace]` and the command `pixi workspace`.
  case workspaceTable
  /// The manifest's key `requires-pixi`.
  case requiresPixi
  /// The dependencies of a task are objects in `task list --json`, texts before.
  case dependsOnObjects
  /// `pixi lock --check`.
  case lockCheck
  /// `PIXI_NO_WRAP` keeps error texts on one line.
  case unwrappedErrors
  /// A signal sent to `pixi run` reaches the task.
  case signalsReachTask
  /// `--frozen` and `--locked` may stand together; `--no-lockfile-update` is gone.
  case frozenAndLockedTogether
  /// `pixi install --only`.
  case installOnly
  /// SIGINT is passed on to the task only when standard input is no terminal.
  case interruptOnlyWithoutTerminal
  /// The table `[project]` brings a warning.
  case projectTableDeprecated
  /// A lock file of format 7 is passed over with a warning instead of an error.
  case toleratesNewerLock
  /// `list --json` has about fifteen more fields, and `-m` stands for `--manifest-path`.
  case detailedList
  /// `list --json` tells again which packages the manifest names, as it did before 0.62.
  case explicitAgain
  /// `search --json`.
  case searchJSON
  /// `shell-hook --json` lists the activation scripts; progress is told as OSC 9;4 on a terminal.
  case terminalProgress
  /// The lock file is written in format 7, and the list of an empty environment is empty.
  case lockFormat7
  /// A task's fatal signal ends pixi with the same signal.
  case reRaisesSignal
  /// Two installs of one environment wait for each other.
  case exclusiveInstall
  /// CUDA is declared per platform; `pixi workspace system-requirements` is gone.
  case richPlatforms
  /// A bare platform in a feature no longer brings its variants with virtual packages.
  case barePlatformsAreBare
  /// `task list --json` has `tasks` beside `features`, and there is `PIXI_OFFLINE`.
  case tasksBesideFeatures

  /// The first release that behaves this way.
  public var firstRelease: PixiVersion {
    switch self {
    case .lockCommand: PixiVersion(0, 41)
    case .dryRun: PixiVersion(0, 41, 3)
    case .cudaByLockedPackages: PixiVersion(0, 42)
    case .workspaceTable: PixiVersion(0, 43)
    case .requiresPixi: PixiVersion(0, 44)
    case .dependsOnObjects: PixiVersion(0, 45)
    case .lockCheck: PixiVersion(0, 47)
    case .unwrappedErrors: PixiVersion(0, 49)
    case .signalsReachTask: PixiVersion(0, 51)
    case .frozenAndLockedTogether: PixiVersion(0, 53)
    case .installOnly: PixiVersion(0, 54)
    case .interruptOnlyWithoutTerminal: PixiVersion(0, 56)
    case .projectTableDeprecated: PixiVersion(0, 57)
    case .toleratesNewerLock: PixiVersion(0, 60)
    case .detailedList: PixiVersion(0, 62)
    case .explicitAgain: PixiVersion(0, 64)
    case .searchJSON: PixiVersion(0, 66)
    case .terminalProgress: PixiVersion(0, 67)
    case .lockFormat7: PixiVersion(0, 68)
    case .reRaisesSignal: PixiVersion(0, 70)
    case .exclusiveInstall: PixiVersion(0, 70, 1)
    case .richPlatforms: PixiVersion(0, 71)
    case .barePlatformsAreBare: PixiVersion(0, 72, 1)
    case .tasksBesideFeatures: PixiVersion(0, 74)
    }
  }
}
