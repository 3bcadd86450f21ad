import SessionEngine

/// What changes an exercise's folder at a person's wish; their files are kept aside.
public enum WorkspaceAction: Sendable, Hashable {
  /// Back to the starter's files.
  case reset(exercise: String)
  /// The solution's files in the place of one's own.
  case solution(exercise: String)
  /// To the start of what the room does.
  case catchUp(to: CatchUpTarget)
}
