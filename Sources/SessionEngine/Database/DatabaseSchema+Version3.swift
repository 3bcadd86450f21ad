internal import GRDB

extension DatabaseSchema {
  /// What a comparison needs of a long series, so that it need not read every point: the smallest
  /// and the largest point of each stretch, and the last point of each whole epoch.
  ///
  /// A stretch has as many points as its width: 64, or 512 for the longest series. `stretches` tells
  /// how many of those of 64 are there, and of the others there are all that they make up; they are made of the points as
  /// they come, and of earlier ones little by little, because ten million take many seconds.
  static func makeVersion3(_ database: Database) throws {
    try database.execute(
      sql: """
        CREATE TABLE stretch (
          series INTEGER NOT NULL REFERENCES series(id) ON DELETE CASCADE,
          width INTEGER NOT NULL,
          number INTEGER NOT NULL,
          smallest_sequence INTEGER NOT NULL,
          smallest_value REAL NOT NULL,
          largest_sequence INTEGER NOT NULL,
          largest_value REAL NOT NULL,
          PRIMARY KEY (series, width, number)
        ) WITHOUT ROWID;
        CREATE TABLE epoch_end (
          series INTEGER NOT NULL REFERENCES series(id) ON DELETE CASCADE,
          epoch INTEGER NOT NULL,
          sequence INTEGER NOT NULL,
          PRIMARY KEY (series, epoch)
        ) WITHOUT ROWID;
        ALTER TABLE series ADD COLUMN stretches INTEGER NOT NULL DEFAULT 0;
        """)
  }
}
