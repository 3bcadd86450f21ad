import Foundation

extension Engine {
  /// Two to four sides of runs held against each other: repeats of one batch are one side.
  ///
  /// What is kept is read from the database, so that earlier sessions' runs can take part; a run
  /// that is not kept is taken as it stands.
  /// - Throws: `Diagnosis`, such as for runs of different exercises.
  public func comparison(of ids: [RunID]) async throws -> Comparison {
    // What a run has just printed is kept behind its back, or is still on its way.
    for id in ids {
      if runs[id]?.snapshot.state.isAlive == false { await keeping[id]?.value }
      await keepFigures(of: id)
    }
    await configuration.memory.recorder.flush()
    let snapshots = ids.map { runs[$0]?.snapshot }
    let history = configuration.memory.history
    return try await BlockingWork.run {
      let compared = try zip(ids, snapshots).map { id, snapshot in
        if let history, let stored = try history.run(id) {
          return try ComparedRun(stored, from: history)
        }
        guard let snapshot else {
          throw Diagnosis(says: "There is no run \(id).", remedy: "Choose one that is shown.")
        }
        return ComparedRun(snapshot)
      }
      return try ComparisonBuilder().comparison(SideGrouping.sides(of: compared))
    }
  }
}
