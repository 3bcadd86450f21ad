import Foundation
import GRDB
import TestSupport

@testable import SessionEngine

/// A workspace with a place for a database.
struct DatabaseFixture {
  /// 2026-03-04 16:02:09 UTC.
  static let now = Date(timeIntervalSince1970: 1_772_640_129)
  /// A process that was and is no more.
  static let gone = ProcessIdentity(processID: 1, boot: "another boot", start: 1)

  let directory: TemporaryDirectory
  var path: String { SessionDatabase.path(in: directory.url) }
  var folder: URL { directory.url.appending(path: ".atelier") }

  init() throws {
    directory = try TemporaryDirectory("atelier-database")
  }

  /// With a file of the fixtures as the database.
  init(copying name: String) throws {
    try self.init()
    let source = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Fixtures/databases").appending(path: name)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: source.path, toPath: path)
  }

  func opener(owner: ProcessIdentity = .current) -> DatabaseOpener {
    DatabaseOpener(path: path, now: Self.now, owner: owner)
  }

  /// Opens a file that must be well.
  func open(owner: ProcessIdentity = .current) async throws -> SessionDatabase {
    let opening = try await opener(owner: owner).open()
    if let notice = opening.notices.first { throw notice }
    return opening.database
  }

  /// The names of the files beside the database that begin with its name, sorted.
  func files() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasPrefix("session.sqlite") && !$0.hasSuffix(".opening") }.sorted()
  }

  func bytes() throws -> Data { try Data(contentsOf: URL(filePath: path)) }

  /// Asks the file itself, past Atelier's own types.
  func ask<Value: DatabaseValueConvertible>(_ sql: String, of path: String? = nil) throws -> Value?
  {
    let queue = try DatabaseQueue(path: path ?? self.path)
    defer { try? queue.close() }
    return try queue.read { try Value.fetchOne($0, sql: sql) }
  }

  func execute(_ sql: String) throws {
    let queue = try DatabaseQueue(path: path)
    defer { try? queue.close() }
    try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
  }

  static func run(
    exercise: String = "exercise-3", environment: String = "gpu",
    purpose: RunPurpose = .workload, batch: String? = nil, ending: StoredRun.Ending = .alive
  ) -> StoredRun {
    StoredRun(
      id: RunID(0), exercise: exercise, environment: environment, provider: "pixi",
      purpose: purpose, title: "train in \(environment)", commandLine: "python train.py",
      workingDirectory: "/home/user/\(exercise)", startedAt: now, ending: ending, batch: batch)
  }

  /// Points numbered from `first`, each with its number as its value.
  static func points(_ count: Int, from first: Int = 0, series: String = "loss") -> [MetricPoint] {
    (first..<first + count).map { number in
      MetricPoint(
        series: series, step: number, epoch: Double(number) / 4, seconds: Double(number) / 10,
        value: Double(number))
    }
  }
}
