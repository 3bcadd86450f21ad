import Foundation
import GRDB
import TestSupport

@testable import SessionEngine

/// A recorder on a database of its own, whose second ends when the test says so.
final class RecorderFixture: Sendable {
  let files: DatabaseFixture
  let database: SessionDatabase
  let recorder: DatabaseRecorder
  let box = NewsBox()
  private let seconds: AsyncStream<Void>.Continuation

  init(capacity: Int = 1000) async throws {
    files = try DatabaseFixture()
    database = try await files.open()
    let (stream, continuation) = AsyncStream<Void>.makeStream()
    seconds = continuation
    let pauses = Pauses(stream)
    let box = box
    recorder = DatabaseRecorder(
      database: database, lastNumber: try await database.highestRun(), capacity: capacity,
      now: { DatabaseFixture.now }, pause: { await pauses.next() }, tell: { box.add($0) })
  }

  /// Ends one second.
  func endSecond() {
    seconds.yield()
  }

  func count(_ run: RunID, series: String = "loss") throws -> Int {
    try database.points(of: run, series: series, limit: nil).count
  }

  /// Lets the file grow by so many pages and no more, as a full disk does.
  func fillDisk(leaving pages: Int = 0) async throws {
    try await database.pool.write { database in
      let count = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
      _ = try Int.fetchOne(database, sql: "PRAGMA max_page_count = \(count + pages)")
    }
  }

  func freeDisk() async throws {
    try await database.pool.write { database in
      _ = try Int.fetchOne(database, sql: "PRAGMA max_page_count = 1000000")
    }
  }

  private actor Pauses {
    private var iterator: AsyncStream<Void>.Iterator

    init(_ stream: AsyncStream<Void>) {
      iterator = stream.makeAsyncIterator()
    }

    func next() async {
      var iterator = iterator
      await iterator.next(isolation: self)
      self.iterator = iterator
    }
  }
}
