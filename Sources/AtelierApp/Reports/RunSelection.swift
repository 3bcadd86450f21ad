import SessionEngine

/// The runs a person names on the command line.
struct RunSelection: Sendable {
  enum Choice: Sendable, Hashable {
    /// Numbers (`12`, `#12`) or names, in the order they were given.
    case runs([String])
    /// Every workload of a batch; `last` for the newest one.
    case batch(String)
    /// Every workload of an exercise.
    case exercise(String)
  }

  /// - Parameters:
  ///   - exercise: Where `last` means the newest batch of this exercise alone.
  /// - Throws: When more or less than one of them is given.
  static func choice(
    runs: [String], batch: String?, exercise: String? = nil
  ) throws(Diagnosis) -> Choice {
    let given: [Choice] = [
      runs.isEmpty ? nil : .runs(runs), batch.map(Choice.batch), exercise.map(Choice.exercise),
    ].compactMap(\.self)
    guard given.count == 1, let choice = given.first else {
      throw Diagnosis(
        says: given.isEmpty
          ? "No run is named." : "Runs are named in more than one way.",
        remedy: "Name runs by number or name, or a batch with `--batch last`.")
    }
    return choice
  }

  let history: any RunHistory

  /// The runs as they are kept; a batch's and an exercise's in the order they were started.
  /// - Throws: `Diagnosis` when there are none, or a word fits none or several.
  func stored(_ choice: Choice) throws -> [StoredRun] {
    switch choice {
    case .runs(let words): return try words.map(run)
    case .batch("last"):
      let all = try history.runs(RunFilter(onlyWorkloads: true))
      guard let newest = all.first(where: { $0.batch != nil && $0.purpose.givesFigures })?.batch
      else {
        throw Diagnosis(
          says: "No runs were started together yet.",
          remedy: "Start some with `atelier run EXERCISE --env A --env B`.")
      }
      return try workloads(RunFilter(batch: newest, onlyWorkloads: true), of: "batch \(newest)")
    case .batch(let name):
      return try workloads(RunFilter(batch: name, onlyWorkloads: true), of: "batch \(name)")
    case .exercise(let name):
      return try workloads(RunFilter(exercise: name, onlyWorkloads: true), of: name)
    }
  }

  /// The same with their series and packages.
  func compared(
    _ choice: Choice, mostPoints: Int = ComparedRun.mostPoints
  ) throws -> [ComparedRun] {
    try stored(choice).map { try ComparedRun($0, from: history, mostPoints: mostPoints) }
  }

  private func workloads(_ filter: RunFilter, of what: String) throws -> [StoredRun] {
    let runs = try history.runs(filter).filter(\.purpose.givesFigures)
    guard !runs.isEmpty else {
      throw Diagnosis(
        says: "There are no runs of \(what).", remedy: "`atelier runs` lists the runs there are.")
    }
    return runs.sorted { $0.id < $1.id }
  }

  private func run(_ words: String) throws -> StoredRun { try workload(history.find(words)) }

  private func workload(_ run: StoredRun) throws(Diagnosis) -> StoredRun {
    guard run.purpose.givesFigures else {
      throw Diagnosis(
        says: "Run \(run.id) (\(run.title)) installs or is a shell: it has no figures.",
        remedy: "Name a run that `atelier runs` lists.")
    }
    return run
  }
}
