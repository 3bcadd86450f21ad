import Foundation
import WorkshopModel

extension Engine {
  /// What ``reset(_:all:)`` would do; changes nothing.
  /// - Throws: `Diagnosis` when there is no such exercise or its folder cannot be read.
  public func resetPlan(of id: String, all: Bool = false) async throws -> WorkspaceChange {
    try await plannedChange(of: try exercise(id), all ? .allTakenAway : .stay)
  }

  /// Brings the exercise's starter back; the files that were there are kept aside first.
  /// - Parameter all: Whether files that the starter does not have are taken away, too.
  /// - Throws: `Diagnosis`; whatever happens, nothing a person wrote is lost.
  @discardableResult
  public func reset(_ id: String, all: Bool = false) async throws -> WorkspaceChange {
    let exercise = try exercise(id)
    let change = try await change(
      exercise, to: Self.starter(of: exercise), all ? .allTakenAway : .stay)
    if !change.changesNothing { note(.reset(keptIn: change.keptIn), of: id) }
    return change
  }

  /// What ``catchUp(to:)`` would do; changes nothing.
  /// - Throws: `Diagnosis` when there is no such exercise or the workshop has none.
  public func catchUpPlan(to target: CatchUpTarget) async throws -> CatchUp {
    let (exercises, says) = try self.exercises(for: target)
    var changes: [WorkspaceChange] = []
    for exercise in exercises { changes.append(try await plannedChange(of: exercise, .takenAway)) }
    return CatchUp(exercises: exercises.map(\.id), says: says, changes: changes)
  }

  /// Brings the exercises of the room's part, or the one that is named, to their start. Files that
  /// differ from the starter and all others are kept aside, but for `.pixi` and a pixi.lock whose
  /// manifest stays; the other exercises stay as they are.
  /// - Throws: `Diagnosis`; whatever happens, nothing a person wrote is lost.
  @discardableResult
  public func catchUp(to target: CatchUpTarget) async throws -> CatchUp {
    let (exercises, says) = try self.exercises(for: target)
    var changes: [WorkspaceChange] = []
    for exercise in exercises {
      let change = try await change(exercise, to: Self.starter(of: exercise), .takenAway)
      if !change.changesNothing { note(.caughtUp(keptIn: change.keptIn), of: exercise.id) }
      changes.append(change)
    }
    return CatchUp(exercises: exercises.map(\.id), says: says, changes: changes)
  }

  private func exercises(for target: CatchUpTarget) throws -> ([Exercise], String) {
    switch target {
    case .exercise(let id):
      return ([try exercise(id)], "The start of \(id).")
    case .room(let position):
      guard let part = configuration.workshop.exercisePart(at: position) else {
        throw Diagnosis(
          says: "No part of the outline has an exercise.",
          remedy: "Name the exercise you want to begin: atelier catch-up --to EXERCISE")
      }
      return (
        try part.exercises.map(exercise),
        "The start of the part \"\(part.title)\": \(part.exercises.joined(separator: ", "))."
      )
    }
  }

  // MARK: Folders

  /// Each file's source by its path in the participant's folder.
  static func starter(of exercise: Exercise) -> [String: String] {
    var files: [String: String] = [:]
    for path in exercise.starterFiles {
      files[path] = exercise.starterFile(path)?.path(percentEncoded: false)
    }
    return files
  }

  private func plannedChange(
    of exercise: Exercise, _ ownFiles: FolderPlan.OwnFiles
  ) async throws -> WorkspaceChange {
    try await plannedChange(of: exercise, to: Self.starter(of: exercise), ownFiles)
  }

  /// What would be done to have those files in the exercise's folder.
  func plannedChange(
    of exercise: Exercise, to wanted: [String: String], _ ownFiles: FolderPlan.OwnFiles
  ) async throws -> WorkspaceChange {
    let (folder, workspace, now) = (plainFolder(of: exercise), plainWorkspace, configuration.now())
    return try await BlockingWork.run { () throws(Diagnosis) in
      let plan = try FolderPlan(
        exercise: exercise.id, folder: folder, wanted: wanted, ownFiles: ownFiles)
      return plan.change(
        keptIn: FolderChange.freePlace(for: exercise.id, in: workspace, now: now))
    }
  }

  /// Brings those files into the exercise's folder.
  func change(
    _ exercise: Exercise, to wanted: [String: String], _ ownFiles: FolderPlan.OwnFiles
  ) async throws -> WorkspaceChange {
    try checkWriting()
    let (folder, workspace, now) = (plainFolder(of: exercise), plainWorkspace, configuration.now())
    return try await BlockingWork.run { () throws(Diagnosis) in
      let plan = try FolderPlan(
        exercise: exercise.id, folder: folder, wanted: wanted, ownFiles: ownFiles)
      return try FolderChange(plan: plan, workspace: workspace, now: now).carryOut()
    }
  }

  /// Absolute, without a slash at its end.
  func plainFolder(of exercise: Exercise) -> String { plainWorkspace + "/" + exercise.id }

  var plainWorkspace: String {
    let path = configuration.workspace.absoluteURL.path(percentEncoded: false)
    return path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
  }
}
