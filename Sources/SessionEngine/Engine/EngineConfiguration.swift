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
  /// Lines of output that can be scrolled back to in each run.
  public let scrollbackLines: Int
  /// The wall clock, for the names of logs.
  public let now: @Sendable () -> Date

  public init(
    workshop: Workshop, workspace: URL, provider: any EnvironmentProvider,
    providerReason: String? = nil, supervisor: SupervisorLauncher, scrollbackLines: Int = 50_000,
    now: @escaping @Sendable () -> Date = { Date() }
  ) {
    self.workshop = workshop
    self.workspace = workspace
    self.provider = provider
    self.providerReason = providerReason
    self.supervisor = supervisor
    self.scrollbackLines = scrollbackLines
    self.now = now
  }

  /// The exercise's folder in the workspace.
  public func folder(of exercise: String) -> String {
    workspace.appending(path: exercise).path(percentEncoded: false)
  }

  /// Where logs of runs are kept.
  public var logFolder: URL { workspace.appending(path: ".atelier/runs") }
}
