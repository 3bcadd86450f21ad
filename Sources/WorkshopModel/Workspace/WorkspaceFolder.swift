import Foundation

/// The participant's folder of a workshop: one folder in it for each exercise.
public struct WorkspaceFolder: Sendable, Hashable {
  public let url: URL

  public init(_ url: URL) {
    self.url = url
  }

  /// `~/atelier/<workshop id>`.
  /// - Parameter environment: Where `HOME` is looked up.
  /// - Throws: When there is no home folder to put it into.
  public init(for workshop: Workshop, environment: [String: String]) throws(WorkspaceFailure) {
    guard let home = environment["HOME"], home.hasPrefix("/") else {
      throw WorkspaceFailure(
        path: "~/atelier/\(workshop.id)", what: "HOME is not set, so that there is no home folder.",
        remedy: "Name a folder with --workspace DIR.")
    }
    self.init(URL(filePath: home).appending(path: "atelier/\(workshop.id)"))
  }

  /// The participant's copy of an exercise, there or not.
  public func exercise(_ exercise: Exercise) -> ExerciseWorkspace {
    ExerciseWorkspace(
      exercise: exercise,
      folder: url.appending(path: exercise.id, directoryHint: .isDirectory))
  }
}
