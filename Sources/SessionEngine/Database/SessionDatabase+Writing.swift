import Foundation
internal import GRDB

extension SessionDatabase {
  /// Keeps a new run of this process; its own `id` is not looked at.
  /// - Returns: Its number, which no run of this file has had.
  public func insert(_ run: StoredRun) async throws -> RunID {
    let owner = owner
    return try await pool.write { try RunTable.insert(run, owner: owner, $0) }
  }

  /// Keeps a run as it is now.
  public func update(_ run: StoredRun) async throws {
    try await pool.write { try RunTable.update(run, label: true, $0) }
  }

  /// Appends figures to a run's series, all or none.
  public func append(_ points: [MetricPoint], to run: RunID) async throws {
    try await pool.write { try PointTable.append(points, to: run, $0) }
  }

  public func record(_ event: SessionEvent) async throws {
    try await pool.write { try EventTable.insert(event, $0) }
  }

  /// The same, on the thread it is called on.
  func insert(_ event: SessionEvent) throws {
    try pool.write { try EventTable.insert(event, $0) }
  }

  /// Keeps what the environment of a run consists of.
  public func setPackages(_ packages: [StoredPackage], of run: RunID) async throws {
    try await pool.write { try PackageTable.set(packages, of: run, $0) }
  }

  /// - Parameter name: Nil takes the name away; see `RunName.checked`.
  public func rename(_ run: RunID, to name: String?) async throws {
    try await pool.write {
      try $0.execute(
        sql: "UPDATE run SET name = ? WHERE id = ?", arguments: [name, run.number])
    }
  }

  public func pin(_ run: RunID, _ isPinned: Bool = true) async throws {
    try await pool.write {
      try $0.execute(
        sql: "UPDATE run SET pinned = ? WHERE id = ?", arguments: [isPinned, run.number])
    }
  }

  /// Deletes a run with its figures; its number is never given again, and its log stays.
  public func delete(_ run: RunID) async throws {
    try await pool.write {
      try $0.execute(sql: "DELETE FROM run WHERE id = ?", arguments: [run.number])
      try PackageTable.removeUnused($0)
    }
  }
}
