import SessionEngine

/// What came of an exercise's goals, hints, solution and pictures.
public enum ExerciseEvent: Sendable, Equatable {
  case verdict(CheckRequest, ExerciseVerdict)
  case checkFailed(CheckRequest, Diagnosis)
  case progress(ExerciseProgress)
  /// The hints that were shown so far, and the one that was asked for now.
  case hints(exercise: String, [HintAnswer], new: HintAnswer?)
  case hintFailed(exercise: String, Diagnosis)
  /// What an action would change, or why it cannot be done.
  case planned(WorkspaceAction, ChangeQuestion.Plan)
  case changed(WorkspaceAction, [WorkspaceChange])
  case changeFailed(WorkspaceAction, Diagnosis)
  case difference(exercise: String, [FileDifference])
  case differenceFailed(exercise: String, Diagnosis)
  /// The exercise's pictures as they are now.
  case pictures(exercise: String, [PictureFile])
  case picture(PictureState)
  /// No desktop opened a picture: this is where it lies.
  case pictureLies(at: String)
  /// Paths that something else than the editor has changed, and the files there are now.
  case filesChanged(exercise: String, [String], files: [String])
}
