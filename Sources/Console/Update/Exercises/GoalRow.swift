import SessionEngine
import WorkshopModel

/// A goal as it is listed: what it says, and how far it is as far as that is known.
struct GoalRow: Hashable {
  let says: String
  /// Nil before it was judged.
  let status: GoalStatus?
  let verdict: GoalVerdict?
}

extension ConsoleState {
  /// The goals of an exercise in their order.
  func goalRows(of id: String) -> [GoalRow] {
    if let verdict = exerciseRecords[id]?.verdict {
      return verdict.goals.map { GoalRow(says: $0.says, status: $0.status, verdict: $0) }
    }
    return (workshop.exercise(id)?.goals ?? []).map {
      GoalRow(says: $0.says, status: nil, verdict: nil)
    }
  }
}
