/// Puts runs into sides: repeats of one batch and environment are one side.
public enum SideGrouping {
  /// The named runs as the sides of one comparison, in the order they were named.
  ///
  /// When all of them are repeats of one side, each stands for itself: who names two repeats wants
  /// to see them beside each other.
  public static func sides(of runs: [ComparedRun]) -> [ComparedSide] {
    let grouped = groups(runs, by: side)
    return grouped.count == 1 && runs.count > 1
      ? runs.map { ComparedSide(runs: [$0]) } : grouped.map { ComparedSide(runs: $0) }
  }

  /// The runs of a report: batches apart from each other, at most four sides at once.
  static func sections(of runs: [ComparedRun]) -> [[ComparedSide]] {
    let mostSides = 4
    return groups(runs) { run in "\(run.exercise) \(run.batch ?? "alone \(run.id)")" }
      .flatMap { batch in
        let sides = groups(batch, by: side).map { ComparedSide(runs: $0) }
        return stride(from: 0, to: sides.count, by: mostSides).map {
          Array(sides[$0..<min($0 + mostSides, sides.count)])
        }
      }
  }

  private static func side(of run: ComparedRun) -> String {
    guard let batch = run.batch else { return "alone \(run.id)" }
    return "\(batch) \(run.exercise) \(run.environment) \(run.provider)"
  }

  /// In the order each group's first run comes; within a group by number.
  private static func groups(
    _ runs: [ComparedRun], by key: (ComparedRun) -> String
  ) -> [[ComparedRun]] {
    var order: [String] = []
    var groups: [String: [ComparedRun]] = [:]
    for run in runs {
      let name = key(run)
      if groups[name] == nil { order.append(name) }
      groups[name, default: []].append(run)
    }
    return order.compactMap { groups[$0]?.sorted { $0.id < $1.id } }
  }
}
