import Foundation
import ProcessRunner
import WorkshopModel

extension Engine {
  /// Between two looks at what a run has given and how far it has come.
  private static let figuresInterval = Duration.seconds(1)
  /// So many points are handed over at once, and no more before they are written.
  private static let piece = 50_000
  /// Of a run that goes on so many are handed over in a second, far above any training: sixteen such
  /// floods at once stay below what the database writes in a second.
  private static let livePiece = 10_000

  /// Looks after a run's figures and its progress until it has ended.
  func watchFigures(of id: RunID) async {
    let progress = await installProgress(of: id)
    while (try? await Task.sleep(for: Self.figuresInterval)) != nil, runs[id] != nil {
      await readFiles(of: id)
      // A flood of figures is written in the time after it.
      await keepFigures(of: id, about: Self.livePiece, pieces: 1)
      if let progress {
        let now = await BlockingWork.run { progress.read() }
        tell(progress: now, of: id)
      }
    }
  }

  /// Keeps what has come since the last call; waits for the disk, so that points wait where they
  /// take the least room.
  /// - Parameters:
  ///   - piece: How many points are handed over at once.
  ///   - pieces: At most so many pieces; nil for all there are.
  func keepFigures(of id: RunID, about piece: Int = piece, pieces: Int? = nil) async {
    guard let collector = runs[id]?.collector else { return }
    let recorder = configuration.memory.recorder
    for fault in collector.takeFaults() { record(.gap, fault, run: id) }
    var taken = 0
    while pieces.map({ taken < $0 }) ?? true {
      let points = collector.takeNewPoints(about: piece)
      guard !points.isEmpty else { return }
      recorder.record(points, of: id)
      await recorder.flush()
      taken += 1
    }
  }

  /// Reads the last of a run's files and keeps the last of its figures.
  func keepLastFigures(of id: RunID) async {
    while await readFiles(of: id) {}
    await keepFigures(of: id)
    if let run = runs[id], run.collector.metrics != run.snapshot.metrics {
      change(id) { $0.metrics = run.collector.metrics }
    }
    guard let lost = runs[id]?.collector.lostPoints, lost > 0 else { return }
    record(
      .gap, "\(lost) figures are not kept: they came faster than they could be written.", run: id)
  }

  /// - Returns: Whether there is more to read at once.
  @discardableResult
  private func readFiles(of id: RunID) async -> Bool {
    guard let run = runs[id], let follower = run.follower else { return false }
    let reading = await follower.read(seconds: seconds(of: run))
    run.collector.add(reading.points)
    for fault in reading.faults {
      record(.gap, fault, run: id)
      sink.yield(
        .failed(
          Diagnosis(
            says: "\(run.snapshot.title): \(fault)",
            remedy: "Its other figures are still read.")))
    }
    return reading.isBehind
  }

  /// From the moment it was begun to now.
  func seconds(of run: LiveRun) -> Double {
    max(0, (configuration.uptime() - run.begun) / .seconds(1))
  }

  private func installProgress(of id: RunID) async -> InstallProgressReader? {
    guard let run = runs[id], case .install = run.plan.purpose,
      let exercise = try? exercise(run.plan.exercise)
    else { return nil }
    return await configuration.provider.installProgress(
      of: run.plan.environment, of: exercise, in: configuration.folder(of: exercise.id))
  }

  // MARK: Progress and attention

  func tell(progress: RunProgress?, of id: RunID) {
    guard let run = runs[id], run.snapshot.state.isAlive, let progress,
      progress != run.snapshot.progress
    else { return }
    change(id) { $0.progress = progress }
  }

  /// What a program says of itself by its terminal; packages that are counted tell more.
  func take(_ told: TerminalProgress?, of id: RunID) {
    guard let run = runs[id], run.snapshot.state.isAlive else { return }
    if run.snapshot.progress?.words.hasSuffix("packages") == true { return }
    let progress = told.map { RunProgress($0) } ?? run.snapshot.metrics.progress
    if progress != run.snapshot.progress { change(id) { $0.progress = progress } }
  }

  /// Shows what a tool says that it waits for; nil takes it away.
  func take(attention words: String?, of id: RunID) {
    guard let run = runs[id], run.snapshot.state.isAlive, run.question == nil,
      run.snapshot.attention != words
    else { return }
    change(id) { $0.attention = words }
  }

  /// A callback that reads an installer's lines for what a person should know.
  func attentionReader(of id: RunID, _ purpose: RunPurpose) -> (@Sendable (String) -> Void)? {
    guard case .install = purpose else { return nil }
    let (provider, last) = (configuration.provider, LastWords())
    return { [weak self] line in
      guard !line.allSatisfy(\.isWhitespace) else { return }
      let words = provider.attention(for: line)
      guard last.change(to: words) else { return }
      Task { await self?.take(attention: words, of: id) }
    }
  }
}
