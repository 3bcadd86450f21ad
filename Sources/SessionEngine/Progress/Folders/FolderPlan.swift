/// What brings an exercise's folder to a set of files; nothing has been touched yet.
struct FolderPlan: Sendable {
  /// What becomes of files that are not among those wanted.
  enum OwnFiles: Sendable {
    /// They stay, but for a pixi.lock whose manifest is replaced: it would be stale.
    case stay
    /// They are taken away, but for a pixi.lock whose manifest stays.
    case takenAway
    /// Every one of them is taken away.
    case allTakenAway
  }

  /// A file that is written.
  struct Write: Sendable {
    /// Below the exercise's folder.
    let path: String
    /// Its absolute path in the workshop.
    let source: String
    /// Whether a plain file stands in its place, which is copied aside before.
    let replacesFile: Bool
  }

  let exercise: String
  /// The exercise's folder, an absolute path without a slash at its end.
  let folder: String
  var writes: [Write] = []
  /// What is moved aside as it is: own files, and whatever stands where a file must be.
  var moves: [String] = []
  var stays: [String] = []

  var keepsSomething: Bool { !moves.isEmpty || writes.contains(where: \.replacesFile) }
  var changesNothing: Bool { moves.isEmpty && writes.isEmpty }

  /// - Parameter keptIn: The folder with the old files, relative to the workspace.
  func change(keptIn: String?) -> WorkspaceChange {
    let written = Set(writes.map(\.path))
    let moved = Set(moves)
    var files = writes.map { write in
      WorkspaceChange.File(
        path: write.path,
        kind: write.replacesFile || moved.contains(write.path) ? .replaced : .added)
    }
    files += moves.filter { !written.contains($0) }.map { .init(path: $0, kind: .removed) }
    files += stays.map { .init(path: $0, kind: .stayed) }
    return WorkspaceChange(
      exercise: exercise, files: files.sorted { $0.path < $1.path },
      keptIn: keepsSomething ? keptIn : nil)
  }
}
