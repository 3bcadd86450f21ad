import SessionEngine

/// What the console asks about an exercise; the answers come back as `ExerciseEvent`.
public enum ExerciseEffect: Sendable, Equatable {
  /// Judge the goals on what is on disk when the files asked for before are written.
  case check(CheckRequest)
  case readProgress(exercise: String)
  /// The hints shown so far, without counting one.
  case readHints(exercise: String)
  /// Show one hint more, and count it.
  case nextHint(exercise: String)
  case planChange(WorkspaceAction)
  case change(WorkspaceAction)
  case readDifference(exercise: String)
  case listPictures(exercise: String)
  case renderPicture(PictureRequest)
  /// Open it with the desktop's program, or tell where it is.
  case openPicture(exercise: String, path: String)
  /// Look whether something else has changed the exercise's files; tells only when it has.
  case lookAtFiles(exercise: String)
}
