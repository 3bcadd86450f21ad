import Foundation
import TestSupport
import Testing

@testable import SessionEngine

@Suite struct WorkshopMemoryTests {
  private func open(
    _ directory: TemporaryDirectory, isConsole: Bool
  ) async -> WorkshopMemory {
    await WorkshopMemory.open(
      workspace: directory.url,
      role: isConsole ? .console(WorkspaceLock.acquire(in: directory.url)) : .subcommand,
      now: { DatabaseFixture.now })
  }

  @Test func theSecondConsoleOnlyLooksAndASubcommandWrites() async throws {
    let directory = try TemporaryDirectory()
    let first = await open(directory, isConsole: true)
    #expect(first.status == .kept(SessionDatabase.path(in: directory.url)))
    let run = await first.recorder.begin(DatabaseFixture.run())

    let second = await open(directory, isConsole: true)
    #expect(second.status == .readOnly(heldBy: ProcessInfo.processInfo.processIdentifier))
    #expect(try second.history?.run(run)?.ending == .alive)
    let subcommand = await open(directory, isConsole: false)
    #expect(await subcommand.recorder.begin(DatabaseFixture.run()) == RunID(2))
    #expect(try second.history?.runs(RunFilter()).count == 2)
    #expect(await second.recorder.begin(DatabaseFixture.run()).number > run.number)
    #expect(try first.history?.runs(RunFilter()).count == 2)

    await subcommand.close()
    await second.close()
    await first.close()
    let again = await open(directory, isConsole: true)
    #expect(again.status == first.status)
    #expect(await again.check() == nil)
    await again.close()
  }

  @Test func whereNothingCanBeKeptRunsGoOnFromTheLogsNumbers() async throws {
    let directory = try TemporaryDirectory()
    try directory.write("", to: ".atelier/runs/20250707-135012-exercise-3-gpu-6.log")
    // A folder stands where the file would be.
    try directory.write("", to: ".atelier/session.sqlite/file")
    let memory = await open(directory, isConsole: true)
    guard case .unavailable(let problem) = memory.status else {
      Issue.record("\(memory.status)")
      return
    }
    #expect(problem.says.contains("cannot be used"))
    #expect(memory.history == nil)
    #expect(await memory.recorder.begin(DatabaseFixture.run()) == RunID(7))
    await memory.close()
  }
}
