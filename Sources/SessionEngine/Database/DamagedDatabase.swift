import Foundation
internal import GRDB

/// A file that is no longer to be trusted as a database.
struct DamagedDatabase {
  struct Aside {
    let path: String
    /// The highest number of a run that could be read; nil when none could.
    let lastRun: Int?
  }

  private let path: String

  init(_ path: String) {
    self.path = path
  }

  /// Renames the file and its companions; nothing is deleted.
  func setAside(now: Date) throws -> Aside {
    let lastRun = lastRun()
    let base = "\(path).damaged-\(RunLogName.stamp(now))"
    var place = base
    var attempt = 2
    while DatabaseFile.size(of: place) != nil {
      place = "\(base)-\(attempt)"
      attempt += 1
    }
    // The companions first: a new database must never meet the log of an old one.
    for end in ["-wal", "-shm", "-journal", ""] where DatabaseFile.size(of: path + end) != nil {
      try FileManager.default.moveItem(atPath: path + end, toPath: place + end)
    }
    return Aside(path: place, lastRun: lastRun)
  }

  private func lastRun() -> Int? {
    var configuration = Configuration()
    configuration.readonly = true
    guard let queue = try? DatabaseQueue(path: path, configuration: configuration) else {
      return nil
    }
    defer { try? queue.close() }
    let statements = [
      "SELECT seq FROM sqlite_sequence WHERE name = 'run'", "SELECT max(id) FROM run",
    ]
    return statements.compactMap { statement in
      try? queue.read { try Int.fetchOne($0, sql: statement) }
    }.max()
  }
}
