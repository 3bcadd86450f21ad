import PixiWorkspace
import WorkshopModel

/// Judges an exercise's goals on what a participant has: their meaning, not their text.
///
/// Pure: everything was read before, and nothing is run.
public struct ExerciseChecker: Sendable {
  public init() {}

  /// - Returns: A verdict on every goal, in their order; whatever the files hold.
  public func verdict(on exercise: Exercise, _ subject: CheckSubject) -> ExerciseVerdict {
    let judges = GoalJudges(exercise, subject)
    var findings: [String?: [Finding]] = [:]
    let goals = exercise.goals.map { goal in
      if let fault = judges.unreadable(goal) { return fault }
      let judgement = judges.judge(goal.requirement)
      guard judgement != .met else {
        return GoalVerdict(id: goal.id, says: goal.says, status: .met)
      }
      if !goal.wrongWays.isEmpty {
        let environment = goal.requirement.environment
        let found =
          findings[environment]
          ?? WrongWayFinder.findings(
            in: subject, looking: wrongWays(of: exercise), environment: environment)
        findings[environment] = found
        if let finding = finding(for: goal, among: found) { return verdict(goal, finding) }
      }
      return verdict(goal, judgement)
    }
    return ExerciseVerdict(exercise: exercise.id, goals: goals)
  }

  /// Every one that a goal of the exercise names.
  private func wrongWays(of exercise: Exercise) -> [WrongWay] {
    let names = Set(exercise.goals.flatMap(\.wrongWays))
    return WrongWay.allCases.filter { names.contains($0.rawValue) }
  }

  /// The first of the goal's wrong ways that was found, in its order; only what concerns the goal's
  /// environment counts.
  private func finding(for goal: Goal, among findings: [Finding]) -> Finding? {
    let environment = goal.requirement.environment
    return goal.wrongWays.lazy.compactMap { name in
      findings.first { finding in
        finding.wrongWay.rawValue == name
          && (environment == nil || finding.environment == nil
            || finding.environment == environment)
      }
    }.first
  }

  private func verdict(_ goal: Goal, _ finding: Finding) -> GoalVerdict {
    GoalVerdict(
      id: goal.id, says: goal.says, status: .wrong, why: finding.why, remedy: finding.remedy,
      file: finding.file, line: finding.line, column: finding.column,
      wrongWay: finding.wrongWay.rawValue)
  }

  private func verdict(_ goal: Goal, _ judgement: GoalJudgement) -> GoalVerdict {
    func verdict(_ status: GoalStatus, _ shortfall: Shortfall) -> GoalVerdict {
      GoalVerdict(
        id: goal.id, says: goal.says, status: status, why: shortfall.why,
        remedy: shortfall.remedy, file: shortfall.file, line: shortfall.place?.line,
        column: shortfall.place?.column)
    }
    switch judgement {
    case .met: return GoalVerdict(id: goal.id, says: goal.says, status: .met)
    case .open(let shortfall): return verdict(.open, shortfall)
    case .unknown(let shortfall): return verdict(.unknown, shortfall)
    }
  }
}
