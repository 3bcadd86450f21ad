import Foundation
import ProcessRunner
import WorkshopModel

/// What an engine works with.
public struct EngineConfiguration: Sendable {
  public let workshop: Workshop
  /// The participant's folder: one folder for each exercise below it.
  public let workspace: URL
  public let provider: any EnvironmentProvider
  /// Why this provider was chosen; nil when a person asked for it.
  public let providerReason: String?
  public let supervisor: SupervisorLauncher
  /// How shells reach the program's subcommands; nil where they need not.
  public let ownCommand: OwnCommand?
  /// What keeps what happens.
  public let memory: WorkshopMemory
  /// Lines of output that can be scrolled back to in each run.
  public let scrollbackLines: Int
  /// Where runs execute.
  public let launcher: any RunLauncher
  /// The wall clock, for the names of logs and for when a run began; it may jump.
  public let now: @Sendable () -> Date
  /// Time that only ever moves forward, for durations, from any beginning.
  public let uptime: @Sendable () -> Duration

  public init(
    workshop: Workshop, workspace: URL, provider: any EnvironmentProvider,
    providerReason: String? = nil, supervisor: SupervisorLauncher, scrollbackLines: Int = 50_000,
    ownCommand: OwnCommand? = nil,
    launcher: any RunLauncher = LocalLauncher(),
    memory: WorkshopMemory = .keepingNothing(),
    now: @escaping @Sendable () -> Date = { Date() },
    uptime: (@Sendable () -> Duration)? = nil
  ) {
    self.workshop = workshop
    self.workspace = workspace
    self.provider = provider
    self.providerReason = providerReason
    self.supervisor = supervisor
    self.ownCommand = ownCommand
    self.scrollbackLines = scrollbackLines
    self.launcher = launcher
    self.memory = memory
    self.now = now
    let beginning = ContinuousClock.now
    self.uptime = uptime ?? { ContinuousClock.now - beginning }
  }

  /// The exercise's folder in the workspace.
  public func folder(of exercise: String) -> String {
    workspace.appending(path: exercise).path(percentEncoded: false)
  }

  /// Where logs of runs are kept.
  public var logFolder: URL { workspace.appending(path: ".atelier/runs") }
}
