import SessionEngine
import WorkshopModel

/// What a verdict has that the one before had not.
struct VerdictNews {
  private let verdict: ExerciseVerdict
  private let pitfalls: [Pitfall]
  private let newlyMet: [GoalVerdict]
  private let newlyWrong: [GoalVerdict]
  private let lost: [GoalVerdict]
  /// As they were: wrong before, and open now.
  private let mended: [GoalVerdict]
  let isPassed: Bool

  var isWrong: Bool { !newlyWrong.isEmpty }

  init(_ verdict: ExerciseVerdict, since old: ExerciseVerdict?, pitfalls: [Pitfall]) {
    self.verdict = verdict
    self.pitfalls = pitfalls
    func before(_ goal: GoalVerdict) -> GoalVerdict? { old?.goals.first { $0.id == goal.id } }
    newlyMet = verdict.goals.filter { $0.status == .met && before($0)?.status != .met }
    newlyWrong = verdict.goals.filter { goal in
      let was = before(goal)
      return goal.status == .wrong
        && (was?.status != .wrong || was?.wrongWay != goal.wrongWay || was?.why != goal.why)
    }
    lost = verdict.goals.filter { $0.status == .open && before($0)?.status == .met }
    mended = verdict.goals.compactMap { goal in
      guard goal.status == .open || goal.status == .unknown else { return nil }
      return before(goal).flatMap { $0.status == .wrong ? $0 : nil }
    }
    isPassed = verdict.passed && old?.passed != true
  }

  /// One to three sentences; nil when nothing is new.
  /// - Parameter key: The key that lists the goals.
  func words(key: String) -> String? {
    if isPassed { return "All \(verdict.goals.count) goals of \(verdict.exercise) are met." }
    guard !newlyMet.isEmpty || !newlyWrong.isEmpty || !lost.isEmpty || !mended.isEmpty else {
      return nil
    }
    var sentences = ["\(verdict.count(.met)) of \(verdict.goals.count) goals met."]
    if let first = newlyWrong.first {
      sentences.append("Wrong: \(title(of: first))\(place(of: first))\(more(newlyWrong)).")
      sentences.append("\(key) says what to do.")
    } else if let first = lost.first {
      sentences.append("No longer: \(bare(first.says))\(more(lost)).")
    } else if let first = newlyMet.first {
      sentences.append("New: \(bare(first.says))\(more(newlyMet)).")
    } else if let first = mended.first {
      sentences.append("No longer so: \(title(of: first))\(more(mended)).")
    }
    return sentences.joined(separator: " ")
  }

  /// The mistake's own title where it has one.
  private func title(of goal: GoalVerdict) -> String {
    let pitfall = pitfalls.first { $0.id == goal.wrongWay }
    let words = pitfall?.title ?? goal.why ?? goal.says
    return bare(words)
  }

  /// Without the full stop at its end, so that a sentence may go on.
  private func bare(_ words: String) -> String {
    words.hasSuffix(".") ? String(words.dropLast()) : words
  }

  private func place(of goal: GoalVerdict) -> String {
    guard let file = goal.file else { return "" }
    return " (\(file)\(goal.line.map { ":\($0)" } ?? ""))"
  }

  private func more(_ goals: [GoalVerdict]) -> String {
    goals.count > 1 ? " (and \(goals.count - 1) more)" : ""
  }
}
