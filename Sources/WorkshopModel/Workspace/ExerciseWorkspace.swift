import Foundation
import Glibc

/// One exercise's folder in the participant's workspace.
public struct ExerciseWorkspace: Sendable, Hashable {
  public let exercise: Exercise
  public let folder: URL

  public init(exercise: Exercise, folder: URL) {
    self.exercise = exercise
    self.folder = folder
  }

  /// Makes the folder and copies the starter files that are missing; what exists is never touched.
  ///
  /// One file that cannot be made does not keep the others from being made. Blocks while it copies.
  public func prepare() -> WorkspacePreparation {
    let root = folder.path(percentEncoded: false)
    if let failure = makeFolder(root) {
      return WorkspacePreparation(created: [], kept: [], failures: [failure])
    }
    var created: [String] = []
    var kept: [String] = []
    var failures: [WorkspaceFailure] = []
    for path in exercise.starterFiles {
      do {
        if try copy(path) { created.append(path) } else { kept.append(path) }
      } catch {
        failures.append(error)
      }
    }
    return WorkspacePreparation(created: created, kept: kept, failures: failures)
  }

  /// Whether the file was written; false when there was one of its name.
  private func copy(_ path: String) throws(WorkspaceFailure) -> Bool {
    let source = exercise.folder.appending(path: "starter").appending(path: path)
    let target = folder.appending(path: path, directoryHint: .notDirectory)
    let data: Data
    do {
      data = try Data(contentsOf: source)
    } catch {
      throw WorkspaceFailure(
        path: source.path(percentEncoded: false), what: "The starter file cannot be read.",
        remedy: "Put the workshop's folder back as it came.")
    }
    let parent = target.deletingLastPathComponent()
    if let failure = makeFolder(parent.path(percentEncoded: false)) { throw failure }
    return try NewFile(
      path: target.path(percentEncoded: false),
      isExecutable: FileManager.default.isExecutableFile(
        atPath: source.path(percentEncoded: false))
    ).write(data)
  }

  /// Makes the folder and those above it that are missing.
  private func makeFolder(_ path: String) -> WorkspaceFailure? {
    var made = path.hasPrefix("/") ? "" : "."
    for part in path.split(separator: "/") {
      made += "/" + part
      guard mkdir(made, 0o777) != 0, errno != EEXIST else { continue }
      // A folder above that is not ours to write in answers with another code than EEXIST.
      let code = errno
      if !isFolder(made) { return cannotMake(made, code) }
    }
    return isFolder(made) ? nil : cannotMake(made, ENOTDIR)
  }

  private func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue
  }

  private func cannotMake(_ path: String, _ code: Int32) -> WorkspaceFailure {
    WorkspaceFailure(
      path: path, what: "The folder cannot be made: \(String(cString: strerror(code))).",
      remedy: "Make its place writable, or name another folder with --workspace DIR.")
  }
}
