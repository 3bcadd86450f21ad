import Foundation
import PixiWorkspace
import WorkshopModel

extension PixiProvider {
  /// What one look at a folder found: pixi's answer, and the lock file read once.
  struct Workspace {
    let manifest: String
    let version: PixiVersion
    let information: PixiInformation
    let lock: PixiLockOutline?
  }

  static func manifest(in folder: String) -> String { folder + "/pixi.toml" }

  static func notes(on version: PixiVersion) -> [String] {
    version < .oldestSupported ? [tooOld(version).description] : []
  }

  static func tooOld(_ version: PixiVersion) -> Diagnosis {
    Diagnosis(
      says: "pixi \(version) is older than \(PixiVersion.oldestSupported), which Atelier needs.",
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
  func workspace(in folder: String) async throws(Diagnosis) -> Workspace {
    let manifest = Self.manifest(in: folder)
    guard FileManager.default.fileExists(atPath: manifest) else {
      throw Diagnosis(
        says: "There is no pixi.toml in \(folder).",
        remedy: "Make one with `pixi init \(folder)`, as the exercise's page shows.")
    }
    do {
      let version = try await client.version()
      if version < .oldestSupported { throw Self.tooOld(version) }
      return Workspace(
        manifest: manifest, version: version,
        information: try await client.information(manifest: manifest),
        lock: PixiLockOutline(file: folder + "/pixi.lock"))
    } catch let failure as PixiFailure {
      throw Diagnosis(failure)
    } catch let diagnosis as Diagnosis {
      throw diagnosis
    } catch {
      throw Diagnosis(says: "pixi could not be asked: \(error).", remedy: "Try again.")
    }
  }

  func status(
    of declaration: EnvironmentDeclaration, in workspace: Workspace
  ) -> EnvironmentStatus {
    guard let found = workspace.information.environment(declaration.name) else {
      return EnvironmentStatus(
        name: declaration.name, title: declaration.title, provider: kind,
        state: .unavailable(undeclared(declaration, in: workspace)), prefix: nil, note: nil)
    }
    return EnvironmentStatus(
      name: declaration.name, title: declaration.title, provider: kind,
      state: state(of: found), prefix: found.prefix,
      note: PixiEnvironmentNote(declaration: declaration, found: found, in: workspace).text)
  }

  /// - Throws: `Diagnosis` when the exercise has no such environment or pixi does not answer.
  func status(
    of environment: String, exercise: Exercise, in folder: String
  ) async throws(Diagnosis) -> EnvironmentStatus {
    guard let declaration = exercise.environment(environment) else {
      throw .unknownEnvironment(environment, of: exercise)
    }
    return status(of: declaration, in: try await workspace(in: folder))
  }

  func requireInstalled(
    _ environment: String, of exercise: Exercise, in folder: String
  ) async throws(Diagnosis) {
    let status = try await status(of: environment, exercise: exercise, in: folder)
    switch status.state {
    case .installed: return
    case .unavailable(let diagnosis): throw diagnosis
    case .notInstalled, .broken: throw .notInstalled(environment, state: status.state)
    }
  }

  private func state(of environment: PixiEnvironmentInformation) -> EnvironmentStatus.State {
    guard let prefix = environment.prefix else { return .notInstalled }
    switch PixiPrefix(path: prefix).state {
    case .installed: return .installed
    case .notInstalled: return .notInstalled
    case .interrupted: return .broken("an install began and did not end")
    case .moved(let origin): return .broken("it was made in \(origin) and cannot be moved")
    }
  }

  private func undeclared(
    _ declaration: EnvironmentDeclaration, in workspace: Workspace
  ) -> Diagnosis {
    let name = declaration.name
    var commands: [String] = []
    if let cuda = declaration.cuda {
      let major = cuda.filter { $0 != "." }
      commands.append(
        workspace.version.passes(.richPlatforms)
          ? "pixi workspace platform add linux-64-cuda\(major)=linux-64 --cuda \(cuda)"
          : "pixi workspace system-requirements add --feature \(name) cuda \(cuda)")
      commands.append("pixi add --feature \(name) \"cuda-version=\(cuda)\"")
    }
    commands.append("pixi workspace environment add \(name) --feature \(name)")
    return Diagnosis(
      says: "\(workspace.manifest) does not declare the environment `\(name)`.",
      remedy: "Add it: " + commands.map { "`\($0)`" }.joined(separator: ", then ") + ".")
  }
}
