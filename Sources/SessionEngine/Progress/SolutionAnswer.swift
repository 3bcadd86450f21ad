/// What comes of asking for a solution: it is shown only when it is asked for twice.
public enum SolutionAnswer: Sendable, Hashable {
  /// Nothing was shown or counted yet: what writing it over the folder would do.
  case confirm(WorkspaceChange)
  case shown(ExerciseSolution)
}
