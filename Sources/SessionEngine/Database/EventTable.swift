import Foundation
internal import GRDB

/// Writes and reads events within a transaction.
enum EventTable {
  /// An event of a run that is not there is kept without it.
  static func insert(_ event: SessionEvent, _ database: Database) throws {
    try database.cachedStatement(
      sql: "INSERT INTO event (time, kind, run, text) "
        + "VALUES (?, ?, (SELECT id FROM run WHERE id = ?), ?)"
    ).execute(arguments: [
      event.time.timeIntervalSince1970, event.kind.rawValue, event.run?.number, event.text,
    ])
  }

  static func event(_ row: Row) -> SessionEvent {
    SessionEvent(
      time: Date(timeIntervalSince1970: row["time"]),
      kind: SessionEvent.Kind(rawValue: row["kind"]) ?? .other,
      run: (row["run"] as Int?).map { RunID($0) }, text: row["text"])
  }
}
