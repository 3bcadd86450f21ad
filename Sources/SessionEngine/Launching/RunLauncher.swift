import ProcessRunner

/// Where runs execute: this machine, a container, another machine, a batch system.
///
/// A provider says what is to run; a launcher makes of it the process that is really started on
/// this machine, on a pseudo-terminal like any other, so that screens, logs and figures are the
/// same wherever a run executes. A new place is a new type: the engine knows only this protocol.
public protocol RunLauncher: Sendable {
  /// For people, such as `this machine` or `ssh lab-3`.
  var name: String { get }
  var capabilities: LauncherCapabilities { get }

  /// The process to start here for one that a provider has planned.
  /// - Throws: `Diagnosis` when it cannot be run there as things stand.
  func process(for planned: ProcessSpecification) async throws -> ProcessSpecification

  /// Where a file of this machine is for the run; nil when the run cannot reach it.
  func pathForRun(ofLocal path: String) -> String?

  /// Where a file that the run names is on this machine; nil when it cannot be reached from here.
  func localPath(ofRun path: String) -> String?
}
