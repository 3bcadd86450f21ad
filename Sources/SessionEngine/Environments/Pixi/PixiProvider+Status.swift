import Foundation
import PixiWorkspace
import WorkshopModel

extension PixiProvider {
  /// What one look at a folder found: pixi's answer, and the lock file read once.
  struct Workspace: Sendable {
    let folder: String
    let manifest: String
    let version: PixiVersion
    let information: PixiInformation
    /// Our own reading; nil where pixi reads what we do not.
    let declared: PixiManifest?
    let lock: PixiLock?
    /// What is in the package cache, as `name-version-build`.
    let cached: Set<String>
    let exercise: Exercise

    var arguments: PixiArguments { PixiArguments(manifest: manifest) }
    /// The machine's conda platform.
    var subdirectory: String { information.platform ?? "linux-64" }
  }

  static func manifest(in folder: String) -> String { PixiManifest.place(in: folder) }

  static func arguments(in folder: String) -> PixiArguments {
    PixiArguments(manifest: manifest(in: folder))
  }

  static func notes(on version: PixiVersion) -> [String] {
    if version < .oldestSupported { return [tooOld(version).description] }
    if version < .oldestForWorkshops { return [tooOldForWorkshops(version).description] }
    return []
  }

  /// That the user makes pixi believe in another driver; nothing is said of what is not set.
  var overrideNotes: [String] {
    guard let version = client.variables.overriddenCUDA else { return [] }
    return [
      version.isEmpty
        ? "CONDA_OVERRIDE_CUDA is set and empty: pixi takes this machine for one without a driver"
        : "CONDA_OVERRIDE_CUDA is set: pixi takes this machine for one with CUDA \(version)"
    ]
  }

  static func tooOld(_ version: PixiVersion) -> Diagnosis {
    Diagnosis(
      says: "pixi \(version) is older than \(PixiVersion.oldestSupported), which Atelier needs.",
      remedy: "Update it with `pixi self-update`, or use `--provider venv`.")
  }

  static func tooOldForWorkshops(_ version: PixiVersion) -> Diagnosis {
    Diagnosis(
      says: "pixi \(version) does not read the table [workspace], which came with "
        + "\(PixiVersion.oldestForWorkshops).",
      remedy: "Update it with `pixi self-update`, or use `--provider venv`.")
  }

  /// What can be said before the exercise's own pixi.toml has been copied; nil once there is one.
  func statusesBeforeTheStart(of exercise: Exercise, in folder: String) -> [EnvironmentStatus]? {
    guard exercise.starterFiles.contains("pixi.toml"),
      !FileManager.default.fileExists(atPath: Self.manifest(in: folder))
    else { return nil }
    return exercise.environments.map {
      EnvironmentStatus(
        name: $0.name, title: $0.title, provider: kind, state: .notInstalled, prefix: nil,
        note: "the files of \(exercise.id) are copied when it is first opened or run")
    }
  }

  /// - Throws: `Diagnosis` when pixi does not answer for the folder.
  func workspace(
    of exercise: Exercise, in folder: String
  ) async throws(Diagnosis) -> Workspace {
    let manifest = Self.manifest(in: folder)
    let diagnosis = ManifestDiagnosis(exercise: exercise, manifest: manifest)
    guard FileManager.default.fileExists(atPath: manifest) else { throw diagnosis.noManifest() }
    let reading = await BlockingWork.run { PixiManifestReading(file: manifest) }
    do {
      let version = try await client.version()
      if version < .oldestSupported { throw Self.tooOld(version) }
      try Self.check(reading.manifest, manifest, with: version)
      let information = try await client.information(manifest: manifest)
      let (lock, cached) = await BlockingWork.run {
        (
          PixiLock(file: folder + "/pixi.lock"),
          information.cacheFolder.map { PixiPackageCache(root: $0).recordNames() } ?? []
        )
      }
      return Workspace(
        folder: folder, manifest: manifest, version: version, information: information,
        declared: reading.manifest, lock: lock, cached: cached, exercise: exercise)
    } catch let failure as PixiFailure {
      throw diagnosis.unreadable(failure, reading) ?? Diagnosis(failure)
    } catch let diagnosis as Diagnosis {
      throw diagnosis
    } catch {
      throw Diagnosis(says: "pixi could not be asked: \(error).", remedy: "Try again.")
    }
  }

  /// - Throws: `Diagnosis` when the manifest is written for a later release; one that cannot be
  ///   read is left to pixi, which says why.
  private static func check(
    _ declared: PixiManifest?, _ manifest: String, with version: PixiVersion
  ) throws(Diagnosis) {
    guard let gate = declared?.newestGate, !version.passes(gate) else { return }
    let what = gate == .richPlatforms ? "virtual packages on `platforms`" : "the table [workspace]"
    throw Diagnosis(
      says: "\(manifest) uses \(what), which pixi \(version) does not read.",
      remedy: "Update pixi to \(gate.firstRelease) or later with `pixi self-update`, "
        + "or use `--provider venv`.")
  }

  func statuses(
    of declarations: [EnvironmentDeclaration], in workspace: Workspace
  ) async -> [EnvironmentStatus] {
    let notes = overrideNotes
    return await BlockingWork.run {
      declarations.map { declaration in
        PixiStatusReader(workspace: workspace, overrideNotes: notes).status(of: declaration)
      }
    }
  }

  /// - Throws: `Diagnosis` when the exercise has no such environment or pixi does not answer.
  func status(
    of environment: String, exercise: Exercise, in folder: String
  ) async throws(Diagnosis) -> EnvironmentStatus {
    guard let declaration = exercise.environment(environment) else {
      throw .unknownEnvironment(environment, of: exercise)
    }
    return await statuses(of: [declaration], in: try await workspace(of: exercise, in: folder))[0]
  }

  /// - Throws: `Diagnosis` when the manifest has no such task for the environment.
  func require(_ task: String, in environment: String, of exercise: Exercise, _ folder: String)
    async throws(Diagnosis)
  {
    let file = Self.manifest(in: folder)
    let reading = await BlockingWork.run { PixiManifestReading(file: file) }
    guard let merged = reading.manifest?.merged(environment),
      !merged.tasks.contains(where: { $0.name == task })
    else { return }
    throw ManifestDiagnosis(exercise: exercise, manifest: file).noTask(task, in: environment)
  }

  func requireInstalled(
    _ environment: String, of exercise: Exercise, in folder: String
  ) async throws(Diagnosis) {
    let status = try await status(of: environment, exercise: exercise, in: folder)
    switch status.state {
    case .installed, .outdated: return
    case .unavailable(let diagnosis): throw diagnosis
    case .notInstalled, .broken: throw .notInstalled(environment, state: status.state)
    }
  }
}
