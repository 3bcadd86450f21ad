import Foundation
internal import GRDB

/// Writes and reads attempts at exercises within a transaction.
enum AttemptTable {
  private static let check = "check"

  /// A check nobody asked for that says what the last one said is not kept anew.
  static func insert(_ attempt: ExerciseAttempt, _ database: Database) throws {
    var columns: [(name: String, value: (any DatabaseValueConvertible)?)] = [
      ("exercise", attempt.exercise), ("time", attempt.time.timeIntervalSince1970),
      ("kind", name(of: attempt.kind)),
    ]
    switch attempt.kind {
    case .checked(let verdict, let asked):
      let text = try StoredVerdict(verdict).text()
      if !asked, try refresh(verdict, text, database) { return }
      try database.execute(
        sql: "UPDATE attempt SET verdict = NULL WHERE exercise = ? AND kind = ?",
        arguments: [attempt.exercise, check])
      columns += [("asked", asked), ("verdict", text)]
      columns += GoalStatus.allCases.map { ($0.rawValue, verdict.count($0)) }
    case .hint(let position):
      columns.append(("hint", position))
    case .reset(let keptIn), .solutionWritten(let keptIn), .caughtUp(let keptIn):
      columns.append(("kept_in", keptIn))
    case .started, .solutionShown, .receipt:
      break
    }
    let names = columns.map(\.name).joined(separator: ", ")
    let places = columns.map { _ in "?" }.joined(separator: ", ")
    try database.execute(
      sql: "INSERT INTO attempt (\(names)) VALUES (\(places))",
      arguments: StatementArguments(columns.map(\.value)))
  }

  /// Puts the reasons of a verdict that agrees with the last one in its place.
  private static func refresh(
    _ verdict: ExerciseVerdict, _ text: String, _ database: Database
  ) throws -> Bool {
    let last = try Row.fetchOne(
      database,
      sql: "SELECT id, verdict FROM attempt WHERE exercise = ? AND kind = ? ORDER BY id DESC",
      arguments: [verdict.exercise, check])
    guard let last, let known = last["verdict"] as String?,
      let before = StoredVerdict.verdict(of: verdict.exercise, in: known),
      StoredVerdict.agree(before, verdict)
    else { return false }
    if known != text {
      try database.execute(
        sql: "UPDATE attempt SET verdict = ? WHERE id = ?", arguments: [text, last["id"] as Int64])
    }
    return true
  }

  static func progress(of exercise: String, _ database: Database) throws -> ExerciseProgress {
    var progress = ExerciseProgress(exercise: exercise)
    let rows = try Row.fetchCursor(
      database, sql: "SELECT * FROM attempt WHERE exercise = ? ORDER BY id",
      arguments: [exercise])
    while let row = try rows.next() {
      let time = Date(timeIntervalSince1970: row["time"])
      if row["kind"] == check {
        add(row, at: time, to: &progress)
      } else if let kind = kind(of: row) {
        progress.add(ExerciseAttempt(exercise: exercise, kind: kind, time: time))
      }
    }
    return progress
  }

  /// Of an earlier check only the counts are kept.
  private static func add(_ row: Row, at time: Date, to progress: inout ExerciseProgress) {
    if row["asked"] as Bool? == true { progress.checks += 1 }
    let rest = ["open", "wrong", "unknown"].reduce(0) { $0 + (row[$1] as Int? ?? 0) }
    if row["met"] as Int? ?? 0 > 0, rest == 0 { progress.passedAt = progress.passedAt ?? time }
    if let text = row["verdict"] as String? {
      progress.verdict = StoredVerdict.verdict(of: progress.exercise, in: text)
    }
  }

  private static func name(of kind: ExerciseAttempt.Kind) -> String {
    switch kind {
    case .started: "start"
    case .checked: check
    case .hint: "hint"
    case .reset: "reset"
    case .solutionShown: "solution"
    case .solutionWritten: "solution written"
    case .caughtUp: "catch-up"
    case .receipt: "receipt"
    }
  }

  /// Nil for a check, and for what a later release has written.
  private static func kind(of row: Row) -> ExerciseAttempt.Kind? {
    let keptIn = row["kept_in"] as String?
    switch row["kind"] as String {
    case "start": return .started
    case "hint": return (row["hint"] as Int?).map { .hint(position: $0) }
    case "reset": return .reset(keptIn: keptIn)
    case "solution": return .solutionShown
    case "solution written": return .solutionWritten(keptIn: keptIn)
    case "catch-up": return .caughtUp(keptIn: keptIn)
    case "receipt": return .receipt
    default: return nil
    }
  }
}
