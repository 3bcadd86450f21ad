import SessionEngine

/// What an exercise has above the panes.
public enum ExerciseDialog: Sendable, Equatable {
  /// The goals, one of them in front, and the letters of all that can be done with the exercise.
  case goals(selected: Int)
  /// One of the hints that were shown, from 0.
  case hints(page: Int, scroll: Int)
  case pitfalls(selected: Int, scroll: Int)
  /// Whether the solution's lines are to be seen.
  case confirmDifference
  case change(ChangeQuestion)
  /// What was changed.
  case changed(WorkspaceAction, [WorkspaceChange], scroll: Int)
}
