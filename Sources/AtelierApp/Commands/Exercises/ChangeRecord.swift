import SessionEngine

/// A change of an exercise's folder as `--json` prints it.
struct ChangeRecord: Encodable, Sendable {
  struct File: Encodable, Sendable {
    let path: String
    let change: WorkspaceChange.Kind
  }

  let exercise: String
  /// The exercise's folder, absolute.
  let folder: String
  /// Whether it was done, and not only planned.
  let done: Bool
  let files: [File]
  /// Relative to the workspace.
  let keptIn: Nullable<String>

  init(_ change: WorkspaceChange, in workspace: String, done: Bool) {
    exercise = change.exercise
    folder = workspace + "/" + change.exercise
    self.done = done
    files = change.files.map { File(path: $0.path, change: $0.kind) }
    keptIn = Nullable(change.keptIn)
  }

  private enum CodingKeys: String, CodingKey {
    case exercise, folder, done, files
    case keptIn = "kept_in"
  }
}
