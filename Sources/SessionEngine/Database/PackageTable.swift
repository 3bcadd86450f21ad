internal import GRDB

/// Writes what environments consist of within a transaction; equal ones are kept once.
enum PackageTable {
  static func set(_ packages: [StoredPackage], of run: RunID, _ database: Database) throws {
    let id = packages.isEmpty ? nil : try find(sorted(packages), database)
    try database.execute(
      sql: "UPDATE run SET package_set = ? WHERE id = ?", arguments: [id, run.number])
    try removeUnused(database)
  }

  /// Sets that no run points to any more go.
  static func removeUnused(_ database: Database) throws {
    try database.execute(
      sql: """
        DELETE FROM package_set WHERE NOT EXISTS (
          SELECT 1 FROM run WHERE run.package_set = package_set.id)
        """)
  }

  static func packages(inSet id: Int64, _ database: Database) throws -> [StoredPackage] {
    try Row.fetchAll(
      database,
      sql: """
        SELECT name, version, build, kind FROM package WHERE package_set = ? ORDER BY name, kind
        """, arguments: [id]
    ).map { StoredPackage(name: $0[0], version: $0[1], build: $0[2], kind: $0[3]) }
  }

  /// In the order they come out again; of several with one name and kind the last is taken.
  private static func sorted(_ packages: [StoredPackage]) -> [StoredPackage] {
    let unique = Dictionary(packages.map { ([$0.name, $0.kind], $0) }) { $1 }
    return unique.values.sorted { ($0.name, $0.kind) < ($1.name, $1.kind) }
  }

  private static func find(_ packages: [StoredPackage], _ database: Database) throws -> Int64 {
    let fingerprint = fingerprint(packages)
    let candidates = try Int64.fetchAll(
      database, sql: "SELECT id FROM package_set WHERE fingerprint = ?", arguments: [fingerprint])
    for id in candidates where try self.packages(inSet: id, database) == packages { return id }
    try database.execute(
      sql: "INSERT INTO package_set (fingerprint) VALUES (?)", arguments: [fingerprint])
    let id = database.lastInsertedRowID
    let insert = try database.cachedStatement(
      sql: "INSERT INTO package (package_set, name, kind, version, build) VALUES (?, ?, ?, ?, ?)")
    for package in packages {
      try insert.execute(arguments: [
        id, package.name, package.kind, package.version, package.build,
      ])
    }
    return id
  }

  /// FNV-1a, 64 bits; equal fingerprints are compared package by package.
  private static func fingerprint(_ packages: [StoredPackage]) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for package in packages {
      let words = [package.name, package.version, package.build ?? "", package.kind, "\n"]
      for byte in words.joined(separator: "\t").utf8 {
        hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
      }
    }
    return String(hash, radix: 16)
  }
}
