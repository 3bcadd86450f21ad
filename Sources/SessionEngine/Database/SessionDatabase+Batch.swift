internal import GRDB

extension SessionDatabase {
  /// Writes a recorder's batch, all or nothing.
  /// - Returns: The runs whose number another program has used meanwhile: nothing of theirs was kept.
  func write(_ batch: RecorderBatch) async throws -> Set<RunID> {
    guard isInPlace else { throw Diagnosis.replacedDatabase(path) }
    let owner = owner
    return try await pool.write { database in
      var refused: Set<RunID> = []
      for run in batch.runs.values.sorted(by: { $0.id < $1.id }) {
        if !batch.unwritten.contains(run.id) {
          try RunTable.update(run, label: batch.relabelled.contains(run.id), database)
        } else if try RunTable.contains(run.id, database) {
          refused.insert(run.id)
        } else {
          _ = try RunTable.insert(run, id: run.id, owner: owner, database)
        }
      }
      for (run, points) in batch.points where !refused.contains(run) {
        // A run that has been deleted meanwhile takes its figures with it.
        guard try RunTable.contains(run, database) else { continue }
        try PointTable.append(points, to: run, database)
      }
      for (run, packages) in batch.packages where !refused.contains(run) {
        try PackageTable.set(packages, of: run, database)
      }
      for (run, uses) in batch.gpus where !refused.contains(run) {
        guard try RunTable.contains(run, database) else { continue }
        try GPUUseTable.set(uses, of: run, database)
      }
      for event in batch.events { try EventTable.insert(event, database) }
      for attempt in batch.attempts { try AttemptTable.insert(attempt, database) }
      return refused
    }
  }

  /// The highest number a run has had; 0 for none.
  func highestRun() async throws -> Int {
    try await pool.read {
      try Int.fetchOne($0, sql: "SELECT seq FROM sqlite_sequence WHERE name = 'run'") ?? 0
    }
  }
}
