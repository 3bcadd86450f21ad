import Foundation

extension Engine {
  static let readOnly = Diagnosis(
    says: "Another console has this workspace: this one only looks.",
    remedy: "Use the other one, or quit it and open this one again.")

  /// Tells whether what happens is kept, and goes on telling.
  public func tellMemory() {
    let memory = configuration.memory
    sink.yield(.memory(memory.status))
    for notice in memory.notices { sink.yield(.failed(notice)) }
    guard newsReader == nil else { return }
    newsReader = Task {
      for await news in memory.news { self.tell(news) }
    }
  }

  /// Looks in the background at what the opening of a large file left for later.
  public func checkMemory() async {
    if let damage = await configuration.memory.check() { sink.yield(.failed(damage)) }
  }

  private func tell(_ news: RecorderNews) {
    switch news {
    case .failing(let diagnosis): sink.yield(.memory(.unavailable(diagnosis)))
    case .recovered(let missing):
      sink.yield(.memory(configuration.memory.status))
      if let missing { sink.yield(.failed(missing)) }
    case .lost(let diagnosis): sink.yield(.failed(diagnosis))
    }
  }

  /// The runs the workshop has seen, the newest first; none when nothing is kept.
  /// - Throws: `Diagnosis` when the database cannot be read.
  public func history(_ filter: RunFilter = RunFilter()) async throws -> [StoredRun] {
    guard let history = configuration.memory.history else { return [] }
    return try await BlockingWork.run { try history.runs(filter) }
  }

  /// Keeps the run as it is now, when what is kept of it has changed.
  func keep(_ id: RunID) {
    guard var run = runs[id] else { return }
    let stored = storedRun(run)
    guard stored != run.kept else { return }
    run.kept = stored
    runs[id] = run
    configuration.memory.recorder.update(stored)
  }

  func record(_ kind: SessionEvent.Kind, _ text: String, run: RunID? = nil) {
    configuration.memory.recorder.record(
      SessionEvent(time: configuration.now(), kind: kind, run: run, text: text))
  }

  /// Runs of one batch have the same words; those of another session never do.
  func storedName(of batch: BatchSnapshot.ID) -> String { "\(sessionName)-\(batch.number)" }

  func storedRun(_ run: LiveRun) -> StoredRun {
    var stored = StoredRun(
      run.snapshot, batch: run.snapshot.batch.map(storedName(of:)),
      workingDirectory: run.plan.specification.workingDirectory)
    stored.wasStopped = run.stop != nil
    return stored
  }
}
