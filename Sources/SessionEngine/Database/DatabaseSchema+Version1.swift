internal import GRDB

extension DatabaseSchema {
  /// Times are seconds since 1970; `options` and `facts` are JSON.
  ///
  /// A point's key is its series and its place in it, so that every so-many-th point of a long
  /// series is found by arithmetic and the rest is never read.
  static func makeVersion1(_ database: Database) throws {
    try database.execute(
      sql: """
        CREATE TABLE run (
          id INTEGER PRIMARY KEY AUTOINCREMENT,
          exercise TEXT NOT NULL,
          environment TEXT NOT NULL,
          provider TEXT NOT NULL,
          purpose TEXT NOT NULL,
          install_step INTEGER,
          install_steps INTEGER,
          title TEXT NOT NULL,
          command_line TEXT NOT NULL,
          working_directory TEXT NOT NULL,
          options TEXT NOT NULL,
          started_at REAL NOT NULL,
          ending TEXT NOT NULL,
          ending_number INTEGER,
          ending_reason TEXT,
          was_stopped INTEGER NOT NULL,
          seconds REAL,
          cpu_seconds REAL,
          peak_memory_bytes INTEGER,
          log TEXT,
          facts TEXT NOT NULL
        );
        CREATE TABLE series (
          id INTEGER PRIMARY KEY,
          run INTEGER NOT NULL REFERENCES run(id) ON DELETE CASCADE,
          name TEXT NOT NULL,
          UNIQUE (run, name)
        );
        CREATE TABLE point (
          series INTEGER NOT NULL REFERENCES series(id) ON DELETE CASCADE,
          sequence INTEGER NOT NULL,
          step INTEGER,
          epoch REAL,
          microseconds INTEGER NOT NULL,
          value REAL NOT NULL,
          PRIMARY KEY (series, sequence)
        ) WITHOUT ROWID;
        CREATE TABLE event (
          id INTEGER PRIMARY KEY,
          time REAL NOT NULL,
          kind TEXT NOT NULL,
          run INTEGER REFERENCES run(id) ON DELETE SET NULL,
          text TEXT NOT NULL
        );
        CREATE INDEX event_run ON event (run);
        """)
  }
}
