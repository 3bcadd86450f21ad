import Foundation
import GRDB
import Testing

@testable import SessionEngine

@Suite struct DamagedDatabaseTests {
  /// A way to spoil a whole file.
  enum Damage: CaseIterable, Sendable {
    case isText, isCutOff, isCutToItsHead, hasABrokenTable, hasBrokenPoints

    func spoil(_ bytes: Data) -> Data {
      var bytes = bytes
      switch self {
      case .isText: return Data("This is not a database, but a text of some length.\n".utf8)
      case .isCutOff: return bytes.prefix(bytes.count * 2 / 3)
      case .isCutToItsHead: return bytes.prefix(60)
      case .hasABrokenTable: bytes.replaceSubrange(4096..<4096 * 4, with: Data(count: 4096 * 3))
      case .hasBrokenPoints:
        // Pages at the end hold points.
        bytes.replaceSubrange(
          bytes.count - 4096 * 3..<bytes.count - 4096 * 2, with: Data(repeating: 0xA5, count: 4096))
      }
      return bytes
    }
  }

  /// A file with some runs and points, spoiled.
  private func spoiled(_ damage: Damage) async throws -> (DatabaseFixture, Data) {
    let fixture = try DatabaseFixture()
    let database = try await fixture.open()
    for _ in 1...6 {
      let id = try await database.insert(DatabaseFixture.run(ending: .exited(0)))
      try await database.append(DatabaseFixture.points(1000), to: id)
    }
    await database.close()
    let bytes = damage.spoil(try fixture.bytes())
    try bytes.write(to: URL(filePath: fixture.path))
    try fixture.directory.write("", to: ".atelier/runs/20250707-135012-exercise-3-gpu-41.log")
    return (fixture, bytes)
  }

  @Test(arguments: Damage.allCases)
  func aDamagedFileIsSetAsideAndANewOneIsBegun(damage: Damage) async throws {
    let (fixture, bytes) = try await spoiled(damage)
    let opening = try await fixture.opener().open()
    let notice = try #require(opening.notices.first)
    #expect(notice.says.contains("was damaged"))
    let aside = try #require(try fixture.files().first { $0.contains(".damaged-") })
    #expect(notice.says.contains(aside))
    #expect(try Data(contentsOf: fixture.folder.appending(path: aside)) == bytes)

    let database = opening.database
    #expect(try database.runs(RunFilter()) == [])
    #expect(try database.events(limit: 1).first?.kind == .setAside)
    // A number in the name of a log has been given, whatever can be read of the file.
    #expect(try await database.insert(DatabaseFixture.run()) == RunID(42))
    await database.close()
    #expect(try await fixture.opener().open().notices.isEmpty)
  }

  @Test func readingTellsOfDamageAndMovesNothing() async throws {
    let (fixture, bytes) = try await spoiled(.isCutOff)
    let problem = await #expect(throws: (any Error).self) {
      let database = try await fixture.opener().openForReading()
      _ = try database.points(of: RunID(6), series: "loss", limit: nil)
    }
    #expect(problem != nil)
    #expect(try fixture.bytes() == bytes)
    #expect(try !fixture.files().contains { $0.contains(".damaged-") })
  }

  @Test func asideFilesOfOneSecondDoNotMeet() async throws {
    let (fixture, _) = try await spoiled(.isText)
    await (try fixture.opener().open().database).close()
    try Data("Again a text where a database should be.\n".utf8)
      .write(to: URL(filePath: fixture.path))
    await (try fixture.opener().open().database).close()
    #expect(try fixture.files().filter { $0.contains(".damaged-") }.count == 2)
  }

  @Test func damagedPointsThatAreFoundLaterAreSetAsideNextTime() async throws {
    let (fixture, _) = try await spoiled(.hasBrokenPoints)
    // What a file too large to be checked at once is opened like.
    let database = try SessionDatabase(path: fixture.path, access: .writing, owner: .current)
    let problem = try #require(await database.checkPoints())
    #expect(problem.says.contains("is damaged"))
    await database.close()
    #expect(try await fixture.opener().open().notices.first?.says.contains("set aside") == true)
    let whole = try await fixture.open()
    #expect(await whole.checkPoints() == nil)
    await whole.close()
  }
}
