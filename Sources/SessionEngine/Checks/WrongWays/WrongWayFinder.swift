import PixiWorkspace

/// Recognises the usual mistakes by name, on the parsed manifest, lock and container files.
public struct WrongWayFinder: Sendable {
  /// What was found, in the order of `wrongWays`; each place of a wrong way once.
  /// - Parameters:
  ///   - wrongWays: Only these are looked for.
  ///   - environment: Only findings about this environment or the workspace as a whole; all
  ///     environments without one.
  public static func findings(
    in subject: CheckSubject, looking wrongWays: [WrongWay], environment: String? = nil
  ) -> [Finding] {
    let finder = WrongWayFinder(
      context: WrongWayContext(subject, environment: environment), environment: environment,
      builds: wrongWays.contains(where: \.isAboutContainers) ? builds(in: subject) : [])
    return wrongWays.flatMap { once(finder.findings($0)) }
  }

  let context: WrongWayContext
  let environment: String?
  /// Of the container files, in the order of their names.
  let builds: [ContainerBuild]

  /// A line that several environments inherit is told once.
  private static func once(_ findings: [Finding]) -> [Finding] {
    struct Place: Hashable {
      let file: String
      let line: Int?
      let column: Int?
      let environment: String?
    }
    var places: Set<Place> = []
    return findings.filter { finding in
      places.insert(
        Place(
          file: finding.file, line: finding.line, column: finding.column,
          environment: finding.line == nil ? finding.environment : nil)
      ).inserted
    }
  }

  private func findings(_ wrongWay: WrongWay) -> [Finding] {
    switch wrongWay {
    case .cpuJaxlib: each(cpuJaxlib)
    case .plainPyTorch: each(plainPyTorch)
    case .cudaNotDeclared: each(cudaNotDeclared)
    case .cudaTooOld: each(cudaTooOld)
    case .cudaVersionTooLow: each(cudaVersionTooLow)
    case .gpuFeatureOnOtherPlatform: each(gpuFeatureOnOtherPlatform)
    case .pythonTooNew: each(pythonTooNew)
    case .numpyTooNew: each(numpyTooNew)
    case .nvidiaChannelMissing: each(nvidiaChannelMissing)
    case .sharedSolveGroup: sharedSolveGroup
    case .featureNotUsed: featureNotUsed
    case .unknownFeature: each(unknownFeature)
    case .staleLock: staleLock
    case .torchFromPyPI: each(torchFromPyPI)
    case .wrongIndex: each(wrongIndex)
    case .buildNeverMatches: each(buildNeverMatches)
    case .mixedSpellings: mixedSpellings
    case .spellingTooNew: spellingTooNew
    case .lockTooNew: lockTooNew
    case .projectTable: projectTable
    case .unreadableManifest: unreadableManifest
    case .overrideMissing: builds.flatMap(overrideMissing)
    case .lockNotCopied: builds.flatMap(lockNotCopied)
    case .installNotLocked: builds.flatMap(installNotLocked)
    case .prefixMoved: builds.flatMap(prefixMoved)
    case .pixiFolderCopied: builds.flatMap(pixiFolderCopied)
    }
  }

  private func each(_ recognise: (WrongWayEnvironment) -> [Finding]) -> [Finding] {
    context.environments.flatMap(recognise)
  }
}
