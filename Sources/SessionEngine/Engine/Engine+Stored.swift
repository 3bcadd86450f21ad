extension Engine {
  /// Gives a run of this session or an earlier one a name; nil or blanks take it away.
  /// - Throws: `Diagnosis` when there is no such run, nothing can be kept, or the name cannot be
  ///   one or is another run's.
  public func renameKept(_ id: RunID, _ name: String?) async throws {
    let name = try RunName.checked(name ?? "")
    if let name, let other = try await history().first(where: { $0.name == name && $0.id != id }) {
      throw Diagnosis(
        says: "\(other.id) has the name \"\(name)\" already.", remedy: "Give another one.")
    }
    guard runs[id] == nil else { return try rename(id, name) }
    try await changeKept(id) { $0.name = name }
  }

  /// Keeps a run of this session or an earlier one in sight, or no longer.
  /// - Throws: `Diagnosis` when there is no such run or nothing can be kept.
  public func pinKept(_ id: RunID, _ isPinned: Bool) async throws {
    guard runs[id] == nil else { return try pin(id, isPinned) }
    try await changeKept(id) { $0.isPinned = isPinned }
  }

  /// Every series in short of those of the runs that are kept; a run without series has none.
  /// - Throws: `Diagnosis` when the database cannot be read.
  public func summaries(of ids: [RunID]) async throws -> [RunID: [SeriesSummary]] {
    guard let history = configuration.memory.history else { return [:] }
    return try await BlockingWork.run {
      var summaries: [RunID: [SeriesSummary]] = [:]
      for id in ids { summaries[id] = try history.summaries(of: id) }
      return summaries
    }
  }

  private func changeKept(
    _ id: RunID, _ change: @Sendable (inout StoredRun) -> Void
  ) async throws {
    let memory = configuration.memory
    if case .readOnly = memory.status { throw Self.readOnly }
    guard let history = memory.history,
      var stored = try await BlockingWork.run({ try history.run(id) })
    else {
      throw Diagnosis(says: "There is no run \(id).", remedy: "Choose one that is shown.")
    }
    change(&stored)
    memory.recorder.update(stored)
    await memory.recorder.flush()
  }
}
