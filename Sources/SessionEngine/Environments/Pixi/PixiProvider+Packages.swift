import Foundation
import PixiWorkspace
import WorkshopModel

extension PixiProvider {
  public func tasks(of exercise: Exercise, in folder: String) async throws -> [WorkspaceTask] {
    // Before the exercise's files are copied its own manifest tells the same.
    let starter = exercise.folder.appending(path: "starter").path
    let isBegun = statusesBeforeTheStart(of: exercise, in: folder) == nil
    let workspace = try await workspace(of: exercise, in: isBegun ? folder : starter)
    do {
      return WorkspaceTask.tasks(ofPixi: try await client.tasks(manifest: workspace.manifest))
    } catch let failure as PixiFailure {
      throw Diagnosis(failure)
    }
  }

  public func packages(
    of environment: String, of exercise: Exercise, in folder: String
  ) async -> [StoredPackage] {
    guard let workspace = try? await workspace(of: exercise, in: folder),
      let prefix = workspace.information.environment(environment)?.prefix
    else { return [] }
    return await BlockingWork.run {
      Self.packages(
        in: PixiPrefix(path: prefix), locked: workspace.lock, environment: environment,
        subdirectory: workspace.subdirectory)
    }
  }

  /// Conda packages by their records; Python packages only where the lock says they came from
  /// PyPI, since those of conda leave the same folders behind.
  private static func packages(
    in prefix: PixiPrefix, locked: PixiLock?, environment: String, subdirectory: String
  ) -> [StoredPackage] {
    let inventory = PixiPrefixInventory(prefix: prefix.path)
    let conda = inventory.condaRecords.map { PixiPackageName(record: $0) }.map {
      StoredPackage(name: $0.name, version: $0.version, build: $0.build, kind: "conda")
    }
    let selection = locked?.selection(
      of: environment, subdirectory: subdirectory, platform: prefix.resolvedPlatform)
    let fromPyPI = (selection?.packages ?? []).filter { $0.kind == .pypi }.compactMap { package in
      inventory.pythonPackages[PixiPrefixInventory.normalised(package.name)].map {
        StoredPackage(name: package.name, version: $0, build: nil, kind: "pypi")
      }
    }
    return (conda + fromPyPI).sorted { ($0.name, $0.kind) < ($1.name, $1.kind) }
  }

  public func installProgress(
    of environment: String, of exercise: Exercise, in folder: String
  ) async -> InstallProgressReader? {
    guard let workspace = try? await workspace(of: exercise, in: folder),
      let prefix = workspace.information.environment(environment)?.prefix
    else { return nil }
    let subdirectory = workspace.subdirectory
    let virtualPackages = workspace.information.virtualPackages
    return InstallProgressReader(prefix: prefix, lockFile: folder + "/pixi.lock") { file in
      let selection = PixiLock(file: file)?.selection(
        of: environment, subdirectory: subdirectory, virtualPackages: virtualPackages)
      return selection.map { selection in
        InstallProgressReader.Wanted(
          conda: Set(selection.packages.compactMap(\.recordName)),
          python: Set(
            selection.packages.filter { $0.kind == .pypi }
              .map { PixiPrefixInventory.normalised($0.name) }))
      }
    }
  }
}
