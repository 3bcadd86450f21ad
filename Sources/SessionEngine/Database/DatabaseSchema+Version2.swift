internal import GRDB

extension DatabaseSchema {
  /// `owner_…` is the process that runs it: its number, the boot it lives in and its start in that
  /// boot. A series carries its count and bounds, so that no list of runs reads the points.
  static func makeVersion2(_ database: Database) throws {
    try database.execute(
      sql: """
        CREATE TABLE package_set (
          id INTEGER PRIMARY KEY,
          fingerprint TEXT NOT NULL
        );
        CREATE INDEX package_set_fingerprint ON package_set (fingerprint);
        CREATE TABLE package (
          package_set INTEGER NOT NULL REFERENCES package_set(id) ON DELETE CASCADE,
          name TEXT NOT NULL,
          kind TEXT NOT NULL,
          version TEXT NOT NULL,
          build TEXT,
          PRIMARY KEY (package_set, name, kind)
        ) WITHOUT ROWID;

        ALTER TABLE run ADD COLUMN name TEXT;
        ALTER TABLE run ADD COLUMN pinned INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE run ADD COLUMN batch TEXT;
        ALTER TABLE run ADD COLUMN repetition INTEGER;
        ALTER TABLE run ADD COLUMN package_set INTEGER REFERENCES package_set(id);
        ALTER TABLE run ADD COLUMN owner_process INTEGER;
        ALTER TABLE run ADD COLUMN owner_boot TEXT;
        ALTER TABLE run ADD COLUMN owner_start INTEGER;
        CREATE INDEX run_batch ON run (batch);
        CREATE INDEX run_package_set ON run (package_set);

        ALTER TABLE series ADD COLUMN points INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE series ADD COLUMN first REAL;
        ALTER TABLE series ADD COLUMN last REAL;
        ALTER TABLE series ADD COLUMN minimum REAL;
        ALTER TABLE series ADD COLUMN maximum REAL;
        UPDATE series SET
          (points, minimum, maximum) = (
            SELECT count(*), min(value), max(value) FROM point WHERE series = series.id),
          first = (
            SELECT value FROM point WHERE series = series.id ORDER BY sequence LIMIT 1),
          last = (
            SELECT value FROM point WHERE series = series.id ORDER BY sequence DESC LIMIT 1);
        """)
  }
}
