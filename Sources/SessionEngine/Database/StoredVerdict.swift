import Foundation

/// A verdict as JSON; keys may be added, and none changes its meaning.
struct StoredVerdict: Codable {
  struct Goal: Codable {
    let id: String
    let says: String
    let status: GoalStatus
    let why: String?
    let remedy: String?
    let file: String?
    let line: Int?
    let column: Int?
    let wrongWay: String?
  }

  let goals: [Goal]

  init(_ verdict: ExerciseVerdict) {
    goals = verdict.goals.map {
      Goal(
        id: $0.id, says: $0.says, status: $0.status, why: $0.why, remedy: $0.remedy,
        file: $0.file, line: $0.line, column: $0.column, wrongWay: $0.wrongWay)
    }
  }

  func verdict(of exercise: String) -> ExerciseVerdict {
    ExerciseVerdict(
      exercise: exercise,
      goals: goals.map {
        GoalVerdict(
          id: $0.id, says: $0.says, status: $0.status, why: $0.why, remedy: $0.remedy,
          file: $0.file, line: $0.line, column: $0.column, wrongWay: $0.wrongWay)
      })
  }

  func text() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return String(decoding: try encoder.encode(self), as: UTF8.self)
  }

  /// Nil for a text of a later release that this one does not understand.
  static func verdict(of exercise: String, in text: String) -> ExerciseVerdict? {
    (try? JSONDecoder().decode(Self.self, from: Data(text.utf8)))?.verdict(of: exercise)
  }

  /// Whether two verdicts say the same of every goal, whatever their reasons.
  static func agree(_ first: ExerciseVerdict, _ second: ExerciseVerdict) -> Bool {
    first.goals.map(\.id) == second.goals.map(\.id)
      && first.goals.map(\.status) == second.goals.map(\.status)
  }
}
