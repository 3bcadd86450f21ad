import Foundation
internal import GRDB

/// What stands at the database's path, found out without changing it.
enum DatabaseFile: Equatable {
  case missing
  case current
  /// Written by an older release, with its schema's version.
  case older(Int)
  /// Written by a newer one.
  case newer(Int)
  /// A database, but not one of ours.
  case foreign
  /// No database, or none that can be trusted; the reason in words.
  case damaged(String)

  /// Beyond this size the points are checked after the opening: a million take a quarter of a
  /// second.
  private static let sizeForWholeCheck = 32 << 20

  /// The tables that grow with the points.
  static let longTables = ["point", "stretch", "epoch_end"]

  /// - Parameter checksPoints: Whether the points are checked, too, where there are not too many.
  /// - Throws: `DatabaseError` when the file cannot be read at all.
  static func inspect(_ path: String, checksPoints: Bool) throws -> DatabaseFile {
    guard let size = size(of: path) else { return .missing }
    let hasLog = (self.size(of: path + "-wal") ?? 0) > 0
    if size == 0 { return hasLog ? .damaged("it is empty") : .missing }
    // Without a log the header is the truth, and a file that is not ours need not be opened.
    if !hasLog, let header = DatabaseHeader(of: path),
      let verdict = verdict(application: header.application, version: header.version)
    {
      return verdict
    }
    do {
      var configuration = SessionDatabase.configuration(.reading)
      configuration.label = "atelier.database.inspection"
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      defer { try? queue.close() }
      return try queue.read { database in
        try judge(
          database,
          checksPoints: checksPoints && (size <= sizeForWholeCheck || wasDoubted(path)))
      }
    } catch let error as DatabaseError where error.meansDamage {
      return .damaged(error.words)
    }
  }

  private static func judge(_ database: Database, checksPoints: Bool) throws -> DatabaseFile {
    let application = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
    let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    // GRDB makes tables of its own first: a console may have been killed right after.
    let tables =
      try Int.fetchOne(
        database, sql: "SELECT count(*) FROM sqlite_schema WHERE tbl_name NOT LIKE 'grdb%'") ?? 0
    if application == 0, version == 0, tables == 0 { return .missing }
    if let verdict = verdict(application: application, version: version) { return verdict }
    guard application != 0, version > 0 else { return .foreign }
    if let fault = try firstFault(database, checksPoints: checksPoints) { return .damaged(fault) }
    return version < DatabaseSchema.version ? .older(version) : .current
  }

  /// Nil when it may be a file that this program can open.
  private static func verdict(application: Int, version: Int) -> DatabaseFile? {
    if application != 0, application != DatabaseSchema.applicationID { return .foreign }
    return application != 0 && version > DatabaseSchema.version ? .newer(version) : nil
  }

  private static func firstFault(_ database: Database, checksPoints: Bool) throws -> String? {
    if checksPoints { return try fault(of: "", database) }
    let names = try String.fetchAll(
      database, sql: "SELECT name FROM sqlite_schema WHERE type = 'table'")
    for name in names where !longTables.contains(name) {
      if let fault = try fault(of: "('\(name)')", database) { return fault }
    }
    return nil
  }

  /// Nil when SQLite finds nothing wrong.
  static func fault(of table: String, _ database: Database) throws -> String? {
    let answer = try String.fetchOne(database, sql: "PRAGMA quick_check\(table)")
    return answer == "ok" ? nil : answer ?? "it could not be checked"
  }

  /// Left beside a file whose points were found damaged after it had been opened.
  static func doubt(of path: String) -> String { path + ".doubted" }

  private static func wasDoubted(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: doubt(of: path))
  }

  static func size(of path: String) -> Int? {
    var found = stat()
    return stat(path, &found) == 0 ? Int(found.st_size) : nil
  }
}
