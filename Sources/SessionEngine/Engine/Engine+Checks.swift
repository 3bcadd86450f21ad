import Foundation
import PixiWorkspace
import WorkshopModel

extension Engine {
  /// A check that goes on, told apart from the one that was asked for after it.
  struct CheckInProgress {
    let number: Int
    let task: Task<ExerciseVerdict, any Error>
  }

  /// Judges an exercise's goals on the participant's folder and on the runs that are kept; makes and
  /// changes nothing.
  ///
  /// Of one exercise one check goes on at a time: the newest that was asked for ends those before.
  /// - Throws: `Diagnosis` when there is no such exercise; `CancellationError` when a newer check of
  ///   the exercise was asked for, or the caller's task was cancelled.
  public func check(_ id: String) async throws -> ExerciseVerdict {
    let exercise = try exercise(id)
    let before = checks[id]?.task
    before?.cancel()
    let number = nextCheck
    nextCheck += 1
    let task = Task {
      _ = try? await before?.value
      try Task.checkCancellation()
      return try await self.verdict(on: exercise)
    }
    checks[id] = CheckInProgress(number: number, task: task)
    defer { if checks[id]?.number == number { checks[id] = nil } }
    return try await withTaskCancellationHandler {
      try await task.value
    } onCancel: {
      task.cancel()
    }
  }

  private func verdict(on exercise: Exercise) async throws -> ExerciseVerdict {
    let folder = configuration.workspace.appending(
      path: exercise.id, directoryHint: .isDirectory)
    let (runs, figures) = exercise.isJudgedOnRuns ? await judgedRuns(of: exercise.id) : ([], [:])
    try Task.checkCancellation()
    let pixi = await knownPixi()
    try Task.checkCancellation()
    let hasGPU = !gpu.devices.isEmpty
    let subject = await BlockingWork.run {
      CheckSubjectReader(exercise, folder: folder).read(
        runs: runs, figures: figures, pixi: pixi, hasGPU: hasGPU)
    }
    try Task.checkCancellation()
    let verdict = await BlockingWork.run { ExerciseChecker().verdict(on: exercise, subject) }
    try Task.checkCancellation()
    return verdict
  }

  /// The runs that are kept and those of this session, the newest first, with their series' names.
  /// What cannot be read of the database is as if it had not been.
  private func judgedRuns(of exercise: String) async -> ([StoredRun], [RunID: [String]]) {
    await configuration.memory.recorder.flush()
    var runs: [RunID: StoredRun] = [:]
    var figures: [RunID: [String]] = [:]
    if let history = configuration.memory.history {
      let kept = await BlockingWork.run {
        let found = (try? history.runs(RunFilter(exercise: exercise))) ?? []
        return found.map {
          ($0, $0.hasEndedWell ? (try? history.seriesNames(of: $0.id)) ?? [] : [])
        }
      }
      for (run, names) in kept {
        runs[run.id] = run
        figures[run.id] = names
      }
    }
    for live in self.runs.values where live.snapshot.exercise == exercise {
      let run = storedRun(live)
      runs[run.id] = run
      figures[run.id] = Set(figures[run.id] ?? []).union(live.snapshot.metrics.seriesNames).sorted()
    }
    return (runs.values.sorted { $0.id.number > $1.id.number }, figures)
  }

  /// The provider's pixi, asked for its version once; nil where there is none.
  private func knownPixi() async -> PixiVersion? {
    if pixi == nil { pixi = await pixiVersion() }
    return pixi
  }
}
