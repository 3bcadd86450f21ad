import Foundation

extension ExerciseProgress {
  /// Takes one more attempt in, which is the newest.
  mutating func add(_ attempt: ExerciseAttempt) {
    switch attempt.kind {
    case .started:
      startedAt = startedAt ?? attempt.time
    case .checked(let verdict, let asked):
      if asked { checks += 1 }
      if verdict.passed { passedAt = passedAt ?? attempt.time }
      self.verdict = verdict
    case .hint(let position):
      hintPositions.insert(position)
      hintsShown = hintPositions.count
    case .solutionShown, .solutionWritten:
      solutionShownAt = solutionShownAt ?? attempt.time
    case .reset, .caughtUp:
      resets += 1
    case .receipt:
      break
    }
  }

  /// With what this program has done itself and could perhaps not keep.
  func completed(with own: ExerciseProgress) -> ExerciseProgress {
    var result = self
    result.startedAt = startedAt ?? own.startedAt
    result.passedAt = passedAt ?? own.passedAt
    result.solutionShownAt = solutionShownAt ?? own.solutionShownAt
    result.hintPositions.formUnion(own.hintPositions)
    result.hintsShown = max(hintsShown, result.hintPositions.count)
    result.checks = max(checks, own.checks)
    result.resets = max(resets, own.resets)
    result.verdict = verdict ?? own.verdict
    return result
  }
}
