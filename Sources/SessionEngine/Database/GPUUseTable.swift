internal import GRDB

/// Reads and writes what runs used of GPUs within a transaction.
enum GPUUseTable {
  /// Replaces what is known of these GPUs for a run.
  static func set(_ uses: [GPUDeviceUse], of run: RunID, _ database: Database) throws {
    let statement = try database.cachedStatement(
      sql: "INSERT OR REPLACE INTO gpu_use VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    for device in uses {
      let use = device.use
      try statement.execute(arguments: [
        run.number, device.device.text, device.name, use.seconds, use.meanUtilizationPercent,
        use.peakUtilizationPercent, use.meanMemoryBytes.map { Int64(clamping: $0) },
        use.peakMemoryBytes.map { Int64(clamping: $0) }, use.energyJoules, use.wasShared,
        use.isOfDevice,
      ])
    }
  }

  /// Sorted by device.
  static func uses(of run: RunID, _ database: Database) throws -> [GPUDeviceUse] {
    try Row.fetchAll(
      database, sql: "SELECT * FROM gpu_use WHERE run = ? ORDER BY device",
      arguments: [run.number]
    ).map { row in
      GPUDeviceUse(
        device: GPUDeviceName(row["device"]), name: row["name"],
        use: GPUUse(
          seconds: row["seconds"], meanUtilizationPercent: row["mean_utilization"],
          peakUtilizationPercent: row["peak_utilization"], energyJoules: row["energy_joules"],
          meanMemoryBytes: bytes(row["mean_memory_bytes"]),
          peakMemoryBytes: bytes(row["peak_memory_bytes"]), wasShared: row["was_shared"],
          isOfDevice: row["is_of_device"]))
    }
  }

  private static func bytes(_ count: Int64?) -> UInt64? { count.map { UInt64(clamping: $0) } }
}
