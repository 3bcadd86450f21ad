internal import GRDB

extension DatabaseSchema {
  /// What runs used of GPUs, a row for each run and GPU. `device` is the GPU's UUID, or `GPU 0`
  /// where its driver does not tell that; what is not known is NULL.
  static func makeVersion5(_ database: Database) throws {
    try database.execute(
      sql: """
        CREATE TABLE gpu_use (
          run INTEGER NOT NULL REFERENCES run(id) ON DELETE CASCADE,
          device TEXT NOT NULL,
          name TEXT,
          seconds REAL,
          mean_utilization REAL,
          peak_utilization REAL,
          mean_memory_bytes INTEGER,
          peak_memory_bytes INTEGER,
          energy_joules REAL,
          was_shared INTEGER NOT NULL,
          is_of_device INTEGER NOT NULL,
          PRIMARY KEY (run, device)
        ) WITHOUT ROWID;
        """)
  }
}
