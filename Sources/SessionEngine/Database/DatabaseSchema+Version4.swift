internal import GRDB

extension DatabaseSchema {
  /// What people did with the exercises. `met` to `unknown` count the goals of a check; `verdict` is
  /// JSON, and only the newest check of an exercise has one.
  static func makeVersion4(_ database: Database) throws {
    try database.execute(
      sql: """
        CREATE TABLE attempt (
          id INTEGER PRIMARY KEY,
          exercise TEXT NOT NULL,
          kind TEXT NOT NULL,
          time REAL NOT NULL,
          asked INTEGER,
          met INTEGER,
          open INTEGER,
          wrong INTEGER,
          unknown INTEGER,
          hint INTEGER,
          kept_in TEXT,
          verdict TEXT
        );
        CREATE INDEX attempt_exercise ON attempt (exercise, kind);
        """)
  }
}
