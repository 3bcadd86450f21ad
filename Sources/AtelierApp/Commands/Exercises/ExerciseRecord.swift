import Foundation
import SessionEngine
import WorkshopModel

/// One exercise and how far a participant is, as `--json` prints it; what is not known is null.
struct ExerciseRecord: Encodable, Sendable {
  let id: String
  let title: String
  let aim: String
  /// The part of the outline it is done in.
  let part: Nullable<String>
  /// The participant's folder, absolute, there or not.
  let folder: String
  let startedAt: Nullable<String>
  let passedAt: Nullable<String>
  /// Of the last check.
  let goalsMet: Nullable<Int>
  let goals: Int
  let hintsShown: Int
  let hints: Int
  let checks: Int
  let resets: Int
  let solutionShownAt: Nullable<String>

  init(_ exercise: Exercise, _ progress: ExerciseProgress, part: Segment?, workspace: String) {
    func time(_ date: Date?) -> Nullable<String> { Nullable(date?.formatted(.iso8601)) }
    id = exercise.id
    title = exercise.title
    aim = exercise.goal
    self.part = Nullable(part?.id)
    folder = workspace + "/" + exercise.id
    startedAt = time(progress.startedAt)
    passedAt = time(progress.passedAt)
    goalsMet = Nullable(progress.verdict?.count(.met))
    goals = exercise.goals.count
    hintsShown = progress.hintsShown
    hints = exercise.hints.count
    checks = progress.checks
    resets = progress.resets
    solutionShownAt = time(progress.solutionShownAt)
  }

  private enum CodingKeys: String, CodingKey {
    case id, title, aim, part, folder, goals, hints, checks, resets
    case startedAt = "started_at"
    case passedAt = "passed_at"
    case goalsMet = "goals_met"
    case hintsShown = "hints_shown"
    case solutionShownAt = "solution_shown_at"
  }

  var text: String {
    let state =
      passedAt.value != nil ? "passed" : startedAt.value != nil ? "started" : "not started"
    var facts = [state]
    if goals > 0 {
      facts.append(
        "goals \(goalsMet.value.map(String.init) ?? "n/a (not checked yet)") of \(goals)")
    }
    if hints > 0 { facts.append("hints shown \(hintsShown) of \(hints)") }
    if solutionShownAt.value != nil { facts.append("solution shown") }
    return "\(id): \(title)\n  \(facts.joined(separator: " · "))\n  \(folder)"
  }
}
