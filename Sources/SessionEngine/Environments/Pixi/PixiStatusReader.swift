import PixiWorkspace
import WorkshopModel

/// Judges environments from the disk, with what pixi has said of the workspace.
struct PixiStatusReader {
  let workspace: PixiProvider.Workspace
  let overrideNotes: [String]

  /// Blocks while it looks at the environment's folder.
  func status(of declaration: EnvironmentDeclaration) -> EnvironmentStatus {
    guard let found = workspace.information.environment(declaration.name) else {
      return EnvironmentStatus(
        name: declaration.name, title: declaration.title, provider: .pixi,
        state: .unavailable(undeclared(declaration)), prefix: nil, note: nil)
    }
    let difference = difference(found)
    let state = state(of: found, difference)
    let note = PixiEnvironmentNote(declaration: declaration, found: found, in: workspace).text
    let notes =
      [note, missingTasks(found.name)].compactMap(\.self) + (found.cuda == nil ? [] : overrideNotes)
    return EnvironmentStatus(
      name: declaration.name, title: declaration.title, provider: .pixi, state: state,
      prefix: found.prefix, note: notes.isEmpty ? nil : notes.joined(separator: "; "),
      lock: lock(of: found, isMatched: difference.map(\.isEmpty)))
  }

  /// How what is installed differs from the lock; nil when nothing is installed, or not locked.
  private func difference(_ found: PixiEnvironmentInformation) -> PixiPrefixDifference? {
    guard let lock = workspace.lock, let prefix = found.prefix.map(PixiPrefix.init),
      prefix.state == .installed
    else { return nil }
    return prefix.difference(
      from: lock, environment: found.name, subdirectory: workspace.subdirectory)
  }

  private func state(
    of found: PixiEnvironmentInformation, _ difference: PixiPrefixDifference?
  ) -> EnvironmentStatus.State {
    guard let prefix = found.prefix else { return .notInstalled }
    switch PixiPrefix(path: prefix).state {
    case .notInstalled: return .notInstalled
    case .interrupted: return .broken("an install began and did not end")
    case .moved(let origin): return .broken("it was made in \(origin) and cannot be moved")
    case .installed:
      if let difference, !difference.isEmpty { return .outdated(difference.words) }
      return workspace.lock == nil
        ? .outdated("there is no pixi.lock beside \(workspace.manifest)") : .installed
    }
  }

  private func lock(
    of found: PixiEnvironmentInformation, isMatched: Bool?
  ) -> EnvironmentLock? {
    let platform = found.prefix.map(PixiPrefix.init)?.resolvedPlatform
    guard
      let selection = workspace.lock?.selection(
        of: found.name, subdirectory: workspace.subdirectory, platform: platform,
        virtualPackages: workspace.information.virtualPackages)
    else { return nil }
    let download = selection.download(without: workspace.cached)
    let count = selection.packages.count
    return EnvironmentLock(
      packages: count,
      downloadBytes: count > 0 && download.unknownPackages == count ? nil : download.bytes,
      packagesOfUnknownSize: download.unknownPackages, isMatched: isMatched)
  }

  private func undeclared(_ declaration: EnvironmentDeclaration) -> Diagnosis {
    ManifestDiagnosis(exercise: workspace.exercise, manifest: workspace.manifest)
      .undeclared(declaration, by: workspace.version)
  }

  /// The exercise's tasks that the manifest does not declare for the environment.
  private func missingTasks(_ environment: String) -> String? {
    guard let merged = workspace.declared?.merged(environment) else { return nil }
    let declared = Set(merged.tasks.map(\.name))
    let missing = workspace.exercise.workloads
      .filter { $0.environment == environment && !declared.contains($0.task) }.map(\.task)
    guard let first = missing.first else { return nil }
    return missing.count == 1
      ? "it has no task `\(first)` yet"
      : "it has none of the tasks \(missing.map { "`\($0)`" }.joined(separator: ", ")) yet"
  }
}
