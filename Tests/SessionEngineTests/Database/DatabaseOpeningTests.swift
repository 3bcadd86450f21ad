import Foundation
import GRDB
import Testing

@testable import SessionEngine

@Suite struct DatabaseOpeningTests {
  @Test func aNewFileIsMarkedAndKeepsItsDataSafely() async throws {
    let fixture = try DatabaseFixture()
    let database = try await fixture.open()
    #expect(try fixture.ask("PRAGMA application_id") == DatabaseSchema.applicationID)
    #expect(try fixture.ask("PRAGMA user_version") == DatabaseSchema.version)
    #expect(try fixture.ask("PRAGMA journal_mode") == "wal")
    let keys = try await database.pool.read { try Int.fetchOne($0, sql: "PRAGMA foreign_keys") }
    #expect(keys == 1)
    await database.close()
    #expect(try fixture.files() == ["session.sqlite"])
  }

  @Test func anOldVersionIsCopiedAndBroughtUpToDate() async throws {
    let fixture = try DatabaseFixture(copying: "version-1.sqlite")
    let opening = try await fixture.opener().open()
    let database = opening.database
    let notice = try #require(opening.notices.first)
    #expect(notice.says.contains("from version 1 to \(DatabaseSchema.version)"))
    let backup = fixture.path + ".before-v\(DatabaseSchema.version)"
    #expect(notice.remedy.contains(backup))

    let runs = try database.runs(RunFilter())
    #expect(runs.map(\.id.number) == [3, 1])
    #expect(runs.map(\.ending) == [.unknown, .exited(0)])
    #expect(runs.map(\.isPinned) == [false, false])
    #expect(runs.last?.facts == ["device": "cpu"])
    #expect(
      try database.summaries(of: RunID(1)) == [
        SeriesSummary(
          name: "accuracy", count: 1, first: 0.5, last: 0.5, minimum: 0.5, maximum: 0.5),
        SeriesSummary(name: "loss", count: 3, first: 2, last: 1, minimum: 0.25, maximum: 2),
      ])
    try await database.append(DatabaseFixture.points(1, from: 7), to: RunID(1))
    #expect(
      try database.points(of: RunID(1), series: "loss", limit: nil).map(\.value) == [2, 0.25, 1, 7])
    // The file had a fourth run, which was deleted.
    #expect(try await database.insert(DatabaseFixture.run()) == RunID(5))
    await database.close()

    #expect(try fixture.ask("PRAGMA user_version", of: backup) == 1)
    #expect(try fixture.ask("SELECT count(*) FROM point", of: backup) == 4)
    #expect(try fixture.files() == ["session.sqlite", "session.sqlite.before-v5"])
  }

  @Test func whatTheVersionBeforeKeptIsAllThere() async throws {
    let fixture = try DatabaseFixture(copying: "version-2.sqlite")
    let opening = try await fixture.opener().open()
    let database = opening.database
    #expect(opening.notices.first?.says.contains("from version 2 to 5") == true)
    let runs = try database.runs(RunFilter())
    #expect(runs.map(\.id.number) == [2, 1])
    #expect(runs.map(\.ending) == [.unknown, .exited(0)])
    #expect(runs.map(\.isPinned) == [false, true])
    #expect(runs.map(\.name) == [nil, "first"])
    #expect(try database.packages(of: RunID(1)).map(\.name) == ["numpy"])
    let points = try database.points(of: RunID(1), series: "loss", limit: nil)
    #expect(points.map(\.step) == Array(0..<200))
    #expect(try database.summaries(of: RunID(1)).map(\.maximum) == [9])
    await database.close()
    #expect(try fixture.ask("PRAGMA user_version", of: fixture.path + ".before-v5") == 2)
  }

  @Test func aFileWithoutAttemptsGetsAPlaceForThem() async throws {
    let fixture = try DatabaseFixture(copying: "version-3.sqlite")
    let opening = try await fixture.opener().open()
    let database = opening.database
    #expect(opening.notices.first?.says.contains("from version 3 to 5") == true)
    #expect(try database.runs(RunFilter()).map(\.name) == ["second", "first"])
    #expect(try database.points(of: RunID(2), series: "loss", limit: nil).count == 200)
    #expect(
      try database.progress(of: "exercise-1") == ExerciseProgress(exercise: "exercise-1"))
    var batch = RecorderBatch()
    batch.attempts = [
      ExerciseAttempt(exercise: "exercise-1", kind: .started, time: DatabaseFixture.now)
    ]
    _ = try await database.write(batch)
    #expect(try database.progress(of: "exercise-1").startedAt == DatabaseFixture.now)
    await database.close()
    #expect(try fixture.ask("PRAGMA user_version", of: fixture.path + ".before-v5") == 3)
  }

  @Test func aFileWithoutWhatGPUsGaveGetsAPlaceForIt() async throws {
    let fixture = try DatabaseFixture(copying: "version-4.sqlite")
    let opening = try await fixture.opener().open()
    let database = opening.database
    #expect(opening.notices.first?.says.contains("from version 4 to 5") == true)
    #expect(try database.runs(RunFilter()).map(\.name) == ["second", "first"])
    #expect(try database.points(of: RunID(2), series: "loss", limit: nil).count == 200)
    #expect(try database.progress(of: "exercise-1").startedAt == DatabaseFixture.now)
    #expect(try database.gpuUses(of: RunID(2)).isEmpty)
    let whole = GPUUse(
      seconds: 12.5, meanUtilizationPercent: 80, peakUtilizationPercent: 99, energyJoules: 3750,
      meanMemoryBytes: 3 << 30, peakMemoryBytes: 4 << 30, wasShared: true)
    let uses = [
      GPUDeviceUse(device: GPUDeviceName("GPU 1"), name: nil, use: GPUUse(isOfDevice: true)),
      GPUDeviceUse(device: GPUDeviceName("GPU-7"), name: "NVIDIA H100", use: whole),
    ]
    var batch = RecorderBatch()
    // The newest is kept, and of a run that is not there nothing is.
    batch.gpus = [RunID(2): [GPUDeviceUse(device: uses[1].device, name: nil, use: GPUUse())]]
    _ = try await database.write(batch)
    batch.gpus = [RunID(2): uses, RunID(77): uses]
    _ = try await database.write(batch)
    #expect(try database.gpuUses(of: RunID(2)) == uses)
    #expect(try ComparedRun(try #require(try database.run(RunID(1))), from: database).gpu == nil)
    try await database.delete(RunID(2))
    #expect(try database.gpuUses(of: RunID(2)).isEmpty)
    await database.close()
    #expect(try fixture.ask("PRAGMA user_version", of: fixture.path + ".before-v5") == 4)
  }

  @Test func anOldVersionIsReadAfterItWasBroughtUpToDate() async throws {
    let fixture = try DatabaseFixture(copying: "version-1.sqlite")
    let database = try await fixture.opener().openForReading()
    #expect(try database.runs(RunFilter()).map(\.id.number) == [3, 1])
    await database.close()
    #expect(try fixture.files().contains("session.sqlite.before-v5"))
  }

  @Test func withoutACopyNothingIsChanged() async throws {
    let fixture = try DatabaseFixture(copying: "version-1.sqlite")
    let before = try fixture.bytes()
    // A folder that is not empty stands where the copy would go.
    try fixture.directory.write("", to: ".atelier/session.sqlite.before-v5/file")
    let problem = await #expect(throws: Diagnosis.self) { _ = try await fixture.opener().open() }
    #expect(problem?.says.contains("could not be copied") == true)
    #expect(try fixture.bytes() == before)
  }

  @Test func aNewerVersionIsLeftAlone() async throws {
    let fixture = try DatabaseFixture()
    await (try fixture.open()).close()
    try fixture.execute("PRAGMA user_version = 99")
    let before = try fixture.bytes()
    for attempt in [
      { _ = try await fixture.opener().open() },
      { _ = try await fixture.opener().openForReading() },
      { _ = try await fixture.opener().openForChanging() },
    ]
      as [@Sendable () async throws -> Void]
    {
      let problem = await #expect(throws: Diagnosis.self) { try await attempt() }
      #expect(problem?.says.contains("newer Atelier") == true)
      #expect(problem?.says.contains("99") == true)
    }
    #expect(try fixture.bytes() == before)
    #expect(try fixture.files() == ["session.sqlite"])
  }

  @Test func aDatabaseOfAnotherProgramIsLeftAlone() async throws {
    let fixture = try DatabaseFixture()
    try FileManager.default.createDirectory(at: fixture.folder, withIntermediateDirectories: true)
    try fixture.execute("CREATE TABLE thing (name TEXT)")
    let before = try fixture.bytes()
    let problem = await #expect(throws: Diagnosis.self) { _ = try await fixture.opener().open() }
    #expect(problem?.says.contains("another program") == true)
    #expect(try fixture.bytes() == before)
  }

  @Test func whereThereIsNothingReadingSaysSoAndMakesNothing() async throws {
    let fixture = try DatabaseFixture()
    let problem = await #expect(throws: Diagnosis.self) {
      _ = try await fixture.opener().openForReading()
    }
    #expect(problem?.says.contains("Nothing has been kept yet") == true)
    #expect(!FileManager.default.fileExists(atPath: fixture.path))
  }

  @Test func aFolderThatCannotBeMadeIsToldOf() async throws {
    let fixture = try DatabaseFixture()
    try fixture.directory.write("a file", to: ".atelier")
    let problem = await #expect(throws: Diagnosis.self) { _ = try await fixture.opener().open() }
    #expect(problem?.says.contains("session.sqlite cannot be used") == true)
    #expect(problem?.remedy.isEmpty == false)
  }

  @Test func aFileThatWasHardlyBegunIsGoneOnWith() async throws {
    let fixture = try DatabaseFixture()
    try FileManager.default.createDirectory(at: fixture.folder, withIntermediateDirectories: true)
    try fixture.execute("CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)")
    let database = try await fixture.open()
    #expect(try await database.insert(DatabaseFixture.run()) == RunID(1))
    await database.close()
  }

  @Test func twoMayOpenANewFileAtOnce() async throws {
    let fixture = try DatabaseFixture()
    let databases = try await withThrowingTaskGroup(of: SessionDatabase.self) { group in
      for _ in 1...4 { group.addTask { try await fixture.open() } }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    var numbers: Set<Int> = []
    for database in databases {
      numbers.insert(try await database.insert(DatabaseFixture.run()).number)
    }
    #expect(numbers == [1, 2, 3, 4])
    for database in databases { await database.close() }
  }
}
