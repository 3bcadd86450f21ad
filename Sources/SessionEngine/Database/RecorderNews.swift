/// What a person should know of how well a session is kept.
public enum RecorderNews: Sendable, Hashable {
  /// Writing does not succeed for now, and why; told once until it does again.
  case failing(Diagnosis)
  /// Everything that waited has been written; what is missing for good where something is.
  case recovered(Diagnosis?)
  /// The recorder was closed and this could not be kept.
  case lost(Diagnosis)
}
