import Foundation
import TestSupport
import Testing

@testable import SessionEngine

@Suite(.serialized, .timeLimit(.minutes(10))) struct KilledWriterTests {
  /// A program that writes without end, and what it has said.
  private final class Writer {
    let process = Process()
    let output: URL

    init(_ fixture: DatabaseFixture, attempt: Int) throws {
      output = try fixture.directory.write("", to: "output-\(attempt)")
      process.executableURL = URL(filePath: try BuiltProduct.path("database-writer"))
      process.arguments = ["write", fixture.path]
      process.standardOutput = try FileHandle(forWritingTo: output)
      try process.run()
    }

    /// Whole lines only.
    func lines() throws -> [Substring] {
      let text = try String(contentsOf: output, encoding: .utf8)
      return text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    }

    /// The last number it has said that it had written.
    func written() throws -> Int {
      try lines().last { $0.hasPrefix("written ") }.flatMap { Int($0.dropFirst(8)) } ?? 0
    }

    func kill() async throws {
      Foundation.kill(process.processIdentifier, SIGKILL)
      try await waitUntil("the writer is gone") { !process.isRunning }
    }
  }

  @Test func killedAtAnyMomentTheFileIsWholeAndNothingWrittenIsLost() async throws {
    let fixture = try DatabaseFixture()
    for attempt in 1...12 {
      let writer = try Writer(fixture, attempt: attempt)
      let progress = attempt * 37 % 41
      try await waitUntil("writer \(attempt) has said \(progress) lines") {
        try writer.lines().count >= progress
      }
      try await writer.kill()
      let said = try writer.lines()
      #expect(!said.contains { $0.hasPrefix("news") })

      let opening = try await fixture.opener().open()
      #expect(opening.notices.isEmpty)
      let database = opening.database
      #expect(try fixture.ask("PRAGMA integrity_check") == "ok")
      guard let run = said.first.flatMap({ Int($0.dropFirst(4)) }).map({ RunID($0) }) else {
        await database.close()
        continue
      }
      #expect(try database.run(run)?.ending == .unknown)
      let written = try writer.written()
      for series in ["loss", "accuracy"] {
        let values = try database.points(of: run, series: series, limit: nil).map(\.value)
        #expect(values.count >= written)
        #expect(values == (0..<values.count).map(Double.init))
        #expect(
          try database.summaries(of: run).first { $0.name == series }?.count ?? 0 == values.count)
        let curve = try database.thinnedCurve(of: run, series: series, mostPoints: 20)
        let points = try database.points(of: run, series: series, limit: nil)
        #expect(curve == CurvePlaces.thinned(points, to: 20))
      }
      #expect(
        try fixture.ask(
          """
          SELECT count(*) FROM series WHERE stretches <> points / 64
            OR stretches + stretches / 8 <> (SELECT count(*) FROM stretch WHERE series = series.id)
          """) == 0)
      await database.close()
    }
    #expect(try (fixture.ask("SELECT count(*) FROM run") ?? 0) >= 8)
  }

  @Test func aConsoleAndASubcommandWriteSideBySide() async throws {
    let fixture = try DatabaseFixture()
    let database = try await fixture.open()
    let writers = try [Writer(fixture, attempt: 1), Writer(fixture, attempt: 2)]
    for number in 0..<50 {
      let id = try await database.insert(DatabaseFixture.run())
      try await database.append(DatabaseFixture.points(20, from: number), to: id)
    }
    for writer in writers {
      try await waitUntil("every writer has written") { try writer.written() > 2000 }
    }
    for writer in writers {
      try await writer.kill()
      #expect(try !writer.lines().contains { $0.hasPrefix("news") })
    }
    #expect(try database.runs(RunFilter()).count == 52)
    #expect(try fixture.ask("PRAGMA integrity_check") == "ok")
    await database.close()
  }
}
