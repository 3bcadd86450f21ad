import WorkshopModel

extension Engine {
  /// The next hint that fits the installed pixi and helps with a goal that is not met, or the last
  /// one again when none is left; counts it when it is new.
  /// - Throws: `Diagnosis` when there is no such exercise, it has no hints, or none helps any more.
  public func nextHint(of id: String) async throws -> HintAnswer {
    let exercise = try exercise(id)
    let choice = try await hintChoice(exercise)
    guard choice.hasHints else {
      throw Diagnosis(
        says: "\(id) has no hints.",
        remedy: exercise.solutionFiles.isEmpty
          ? "Its page has the steps." : "Its page has the steps, and `atelier solution \(id)` more."
      )
    }
    guard let answer = choice.next else {
      throw Diagnosis(
        says: "Every goal that the hints of \(id) help with is met.",
        remedy: "Go on with the goals that are left; the exercise's page has the steps.")
    }
    if !answer.isRepeated { note(.hint(position: answer.position), of: id) }
    return answer
  }

  /// The hints that were shown so far, in their order; counts nothing.
  /// - Throws: `Diagnosis` when there is no such exercise.
  public func shownHints(of id: String) async throws -> [HintAnswer] {
    try await hintChoice(try exercise(id)).earlier
  }

  /// How many hints of an exercise fit the installed pixi.
  /// - Throws: `Diagnosis` when there is no such exercise.
  public func hintCount(of id: String) async throws -> Int {
    try exercise(id).hints(for: ManifestSpelling(for: await pixiVersion())).count
  }

  private func hintChoice(_ exercise: Exercise) async throws -> HintChoice {
    let progress = try await progress(of: exercise.id)
    let verdict = await currentVerdict(of: exercise.id) ?? progress.verdict
    let met = (verdict?.goals ?? []).filter { $0.status == .met }.map(\.id)
    return HintChoice(
      exercise: exercise, spelling: ManifestSpelling(for: await pixiVersion()),
      shown: progress.hintPositions, met: Set(met))
  }
}
