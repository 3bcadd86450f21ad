import ProcessRunner

/// Runs execute on this machine, as the person who opened Atelier.
public struct LocalLauncher: RunLauncher {
  public let name = "this machine"
  public let capabilities = LauncherCapabilities(
    canPause: true, signalsReachEveryProcess: true, usesGPUsOfThisMachine: true,
    measuresResources: true)

  public init() {}

  public func process(for planned: ProcessSpecification) -> ProcessSpecification { planned }

  public func pathForRun(ofLocal path: String) -> String? { path }

  public func localPath(ofRun path: String) -> String? { path }
}
