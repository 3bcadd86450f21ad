import SessionEngine
import WorkshopModel

/// A verdict in words for a terminal or a file.
struct CheckText {
  private static let width = 100
  /// Whether the marks are of ASCII alone.
  let usesASCII: Bool

  /// The exercise, a line for each goal with why and what to do below it, and how many are met.
  func lines(_ exercise: Exercise, _ verdict: ExerciseVerdict) -> [String] {
    var lines = ["\(exercise.id): \(exercise.title)"]
    guard !verdict.goals.isEmpty else { return lines + ["This exercise has no goals to judge."] }
    var told: [String] = []
    for goal in verdict.goals {
      lines.append("\(mark(goal.status)) \(goal.says)")
      let texts = [goal.why, goal.remedy, place(goal)].compactMap(\.self)
      // What is missing for several goals in a row is told with the first of them.
      if texts != told {
        lines += texts.flatMap { PlainTextWrapping.wrap($0, width: Self.width - 4) }
          .map { "    \($0)" }
      }
      told = texts
    }
    return lines + ["\(counts(verdict))."]
  }

  /// How far it is, on one line.
  func line(_ exercise: Exercise, _ verdict: ExerciseVerdict) -> String {
    guard !verdict.goals.isEmpty else { return "  \(exercise.id): no goals to judge" }
    let status: GoalStatus =
      verdict.passed ? .met : verdict.count(.wrong) > 0 ? .wrong : .open
    return "\(mark(status)) \(exercise.id): \(counts(verdict))"
  }

  private func counts(_ verdict: ExerciseVerdict) -> String {
    let wrong = verdict.count(.wrong)
    let unknown = verdict.count(.unknown)
    return "\(verdict.count(.met)) of \(verdict.goals.count) goals met"
      + (wrong > 0 ? ", \(wrong) wrong" : "")
      + (unknown > 0 ? ", \(unknown) that cannot be told here" : "")
  }

  private func place(_ goal: GoalVerdict) -> String? {
    guard let file = goal.file else { return nil }
    return [
      file, goal.line.map(String.init), goal.line == nil ? nil : goal.column.map(String.init),
    ]
    .compactMap(\.self).joined(separator: ":")
  }

  private func mark(_ status: GoalStatus) -> String {
    switch status {
    case .met: usesASCII ? "+" : "✔"
    case .open: usesASCII ? "o" : "○"
    case .wrong: usesASCII ? "x" : "✘"
    case .unknown: "?"
    }
  }
}
