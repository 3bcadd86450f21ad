import SessionEngine

/// A verdict as `atelier check --json` prints it.
struct CheckRecord: Encodable {
  struct Goal: Encodable {
    let id: String
    let says: String
    let status: GoalStatus
    let why: Nullable<String>
    let remedy: Nullable<String>
    let file: Nullable<String>
    let line: Nullable<Int>
  }

  let exercise: String
  let passed: Bool
  let goals: [Goal]

  init(_ verdict: ExerciseVerdict) {
    exercise = verdict.exercise
    passed = verdict.passed
    goals = verdict.goals.map { goal in
      Goal(
        id: goal.id, says: goal.says, status: goal.status, why: Nullable(goal.why),
        remedy: Nullable(goal.remedy), file: Nullable(goal.file), line: Nullable(goal.line))
    }
  }
}
