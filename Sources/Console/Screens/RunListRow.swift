import Foundation
import SessionEngine

/// A run in the list of all runs, of this session or an earlier one.
struct RunListRow: Sendable, Hashable {
  let id: RunID
  let title: String
  /// What it does, whatever a person named it.
  let ownTitle: String
  let exercise: String
  let environment: String
  let state: String
  let role: ThemeRole
  let when: String
  let seconds: Double?
  let figures: String
  let isPinned: Bool
  let isAlive: Bool

  init(_ record: RunRecord, uptime: Double, timeZone: TimeZone) {
    let run = record.snapshot
    id = run.id
    let ownTitle = Self.title(run.title, run.purpose, run.environment)
    title = run.name ?? ownTitle
    self.ownTitle = ownTitle
    exercise = run.exercise
    environment = run.environment
    state = Self.brief(RunWords.short(run))
    isAlive = run.state.isAlive
    role = isAlive ? .running : run.state.hasSucceeded ? .good : .bad
    when = run.startedAt.map { RunWords.moment($0, timeZone) } ?? "n/a"
    seconds = record.seconds(at: uptime)
    figures = Self.figures(
      loss: run.metrics.loss, accuracy: run.metrics.accuracy)
    isPinned = run.isPinned
  }

  /// - Parameter isHeldElsewhere: Whether another console runs what has no end yet.
  init(
    _ run: StoredRun, series: [SeriesSummary], timeZone: TimeZone, isHeldElsewhere: Bool
  ) {
    id = run.id
    let ownTitle = Self.title(run.title, run.purpose, run.environment)
    title = run.name ?? ownTitle
    self.ownTitle = ownTitle
    exercise = run.exercise
    environment = run.environment
    let isElsewhere = isHeldElsewhere && run.ending == .alive
    state = isElsewhere ? "runs elsewhere" : Self.brief(RunWords.ending(of: run))
    // Nothing of an earlier session can be controlled here: nobody wrote its end.
    isAlive = false
    role = isElsewhere ? .running : run.ending == .exited(0) ? .good : .bad
    when = RunWords.moment(run.startedAt, timeZone)
    seconds = run.seconds
    figures = Self.figures(
      loss: series.first { $0.name == "loss" }?.last,
      accuracy: series.first { $0.name == "accuracy" }?.last)
    isPinned = run.isPinned
  }

  /// Without what the words say beyond the state.
  private static func brief(_ words: String) -> String {
    String(words.split(separator: ":").first ?? "")
  }

  private static func title(_ title: String, _ purpose: RunPurpose, _ name: String) -> String {
    if case .install = purpose { return "install \(name)" }
    return title
  }

  private static func figures(loss: Double?, accuracy: Double?) -> String {
    let parts = [
      loss.map { "loss " + RunWords.fixed($0, 3) },
      accuracy.map { RunWords.fixed($0 * 100, 1) + " %" },
    ].compactMap(\.self)
    return parts.isEmpty ? "n/a" : parts.joined(separator: " · ")
  }

  /// What a filter is looked for in.
  var text: String {
    "\(id) \(title) \(ownTitle) \(exercise) \(environment) \(state) \(when)\(isPinned ? " pinned" : "")"
      .lowercased()
  }
}
