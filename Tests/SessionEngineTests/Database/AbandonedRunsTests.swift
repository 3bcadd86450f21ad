import Foundation
import Testing

@testable import SessionEngine

@Suite struct AbandonedRunsTests {
  @Test func aRunIsAliveOnlyAsLongAsItsConsole() async throws {
    let fixture = try DatabaseFixture()
    let before = try await fixture.open(owner: DatabaseFixture.gone)
    let ended = try await before.insert(DatabaseFixture.run(ending: .exited(0)))
    let abandoned = try await before.insert(DatabaseFixture.run())
    await before.close()

    let reader = try await fixture.opener().openForReading()
    #expect(try reader.run(abandoned)?.ending == .unknown)
    await reader.close()
    #expect(try fixture.ask("SELECT ending FROM run WHERE id = 2") == "alive")

    let database = try await fixture.open()
    let own = try await database.insert(DatabaseFixture.run())
    let another = try await fixture.open()
    #expect(try another.runs(RunFilter()).map(\.ending) == [.alive, .unknown, .exited(0)])
    #expect(try another.runs(RunFilter()).map(\.id) == [own, abandoned, ended])
    #expect(try fixture.ask("SELECT ending FROM run WHERE id = 2") == "unknown")
    await another.close()
    await database.close()
  }

  @Test func aProcessIsNotTakenForTheNextWithItsNumber() throws {
    let own = ProcessIdentity.current
    #expect(own.isAlive)
    #expect(
      !ProcessIdentity(processID: own.processID, boot: own.boot, start: own.start - 1).isAlive)
    #expect(
      !ProcessIdentity(processID: own.processID, boot: "another", start: own.start).isAlive)
  }
}
