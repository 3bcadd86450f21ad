import SessionEngine

/// What came of reading an exercise's environments.
public enum ContentsReading: Sendable, Equatable {
  case contents(ExerciseContents)
  case failed(Diagnosis)
}
