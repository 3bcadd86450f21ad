internal import GRDB

/// The tables of the workshop's database, and the way to them from every older version.
///
/// The version stands in SQLite's `user_version`, and `application_id` says whose file it is
/// (sqlite.org/pragma.html), so that both can be read before anything else is.
enum DatabaseSchema {
  /// The newest version this program knows.
  static let version = 5
  /// "Atel" in ASCII.
  static let applicationID = 0x4174_656C

  /// Every step is made once, in this order, each in a transaction of its own; a step that has
  /// been released is never changed.
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration(
      "1 runs, series, points and events", foreignKeyChecks: .immediate
    ) { database in
      try makeVersion1(database)
      try mark(database, version: 1)
    }
    migrator.registerMigration(
      "2 names, batches, owners, packages and summaries", foreignKeyChecks: .immediate
    ) { database in
      try makeVersion2(database)
      try mark(database, version: 2)
    }
    migrator.registerMigration(
      "3 stretches and ends of epochs", foreignKeyChecks: .immediate
    ) { database in
      try makeVersion3(database)
      try mark(database, version: 3)
    }
    migrator.registerMigration(
      "4 attempts at exercises", foreignKeyChecks: .immediate
    ) { database in
      try makeVersion4(database)
      try mark(database, version: 4)
    }
    migrator.registerMigration(
      "5 what runs used of GPUs", foreignKeyChecks: .immediate
    ) { database in
      try makeVersion5(database)
      try mark(database, version: 5)
    }
    return migrator
  }

  private static func mark(_ database: Database, version: Int) throws {
    try database.execute(sql: "PRAGMA application_id = \(applicationID)")
    try database.execute(sql: "PRAGMA user_version = \(version)")
  }
}
