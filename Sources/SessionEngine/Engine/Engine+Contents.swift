extension Engine {
  /// What is written down of an exercise's environments, before anything is installed.
  /// - Throws: `Diagnosis` when there is no such exercise, or nothing is written down.
  public func contents(of exerciseID: String) async throws -> ExerciseContents {
    let reader = ContentsReader(
      exercise: try exercise(exerciseID), folder: configuration.folder(of: exerciseID),
      hasPixi: configuration.provider.kind == .pixi)
    return try await BlockingWork.run { try reader.read() }
  }
}
