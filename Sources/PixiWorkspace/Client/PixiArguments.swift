/// The arguments of pixi's commands for one workspace; options always stand before a task's name.
public struct PixiArguments: Sendable, Hashable {
  /// What a command may do with pixi.lock.
  public enum LockUse: Sendable, Hashable {
    /// Solves where the lock is missing or stale, and writes it: never two at a time.
    case solve
    /// Ends with an error where the lock is stale.
    case locked
    /// Takes the lock as it is and writes nothing: safe side by side.
    case frozen

    fileprivate var options: [String] {
      switch self {
      case .solve: []
      case .locked: ["--locked"]
      case .frozen: ["--frozen"]
      }
    }
  }

  /// The manifest's absolute path.
  public let manifest: String

  public init(manifest: String) {
    self.manifest = manifest
  }

  public var information: [String] { place("info") + ["--json"] }
  public var tasks: [String] { ["task"] + place("list") + ["--json"] }
  /// Solves and writes pixi.lock; from `PixiGate.lockCommand` on.
  public var lock: [String] { place("lock") }

  public func packages(of environment: String, lock: LockUse) -> [String] {
    place("list") + lock.options + ["--json", "-e", environment]
  }

  public func shellHook(for environment: String) -> [String] {
    place("shell-hook") + LockUse.frozen.options + ["--json", "-e", environment]
  }

  public func install(_ environment: String, lock: LockUse) -> [String] {
    place("install") + lock.options + ["-e", environment]
  }

  /// Removes what is installed of an environment.
  public func clean(_ environment: String) -> [String] {
    place("clean") + ["-e", environment]
  }

  /// - Parameter arguments: Passed to the task as they are, in their order.
  public func run(_ task: String, _ arguments: [String] = [], in environment: String) -> [String] {
    place("run") + LockUse.frozen.options + ["-e", environment, task] + arguments
  }

  public func shell(in environment: String) -> [String] {
    place("shell") + LockUse.frozen.options + ["-e", environment]
  }

  private func place(_ command: String) -> [String] {
    [command, "--manifest-path", manifest]
  }
}
