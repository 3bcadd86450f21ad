import Foundation
import TestSupport
import Testing
import WorkshopModel

@testable import SessionEngine

@Suite struct EngineProgressTests {
  @Test func everyAttemptIsReadByTheNextProgram() async throws {
    let fixture = try LoopFixture()
    let engine = fixture.engine(memory: await fixture.memory())
    let started = try await engine.startExercise("begin")
    #expect(started.files.map(\.path) == ["data/points.csv", "pixi.toml", "train.py"])
    _ = try await engine.nextHint(of: "begin")
    _ = try await engine.nextHint(of: "begin")
    await engine.recordCheck(LoopFixture.verdict(.met, .wrong), asked: true)
    try fixture.write("mine", to: "begin/train.py")
    try await engine.reset("begin")
    await engine.close()

    let next = fixture.engine(memory: await fixture.memory())
    let progress = try await next.progress(of: "begin")
    #expect(progress.startedAt == LoopFixture.now && progress.passedAt == nil)
    #expect(progress.hintsShown == 2 && progress.hintPositions == [1, 2])
    #expect(progress.checks == 1 && progress.resets == 1 && progress.solutionShownAt == nil)
    #expect(progress.verdict == LoopFixture.verdict(.met, .wrong))
    #expect(try await next.nextHint(of: "begin").number == 3)
    #expect(try await next.nextHint(of: "begin").isRepeated)
    #expect(try await next.shownHints(of: "begin").map(\.number) == [1, 2, 3])
    #expect(try await next.progress(of: "begin").hintsShown == 3)
    await next.close()
  }

  @Test func checksNobodyAskedForAreKeptWhereTheyDiffer() async throws {
    let fixture = try LoopFixture()
    let memory = await fixture.memory()
    let engine = fixture.engine(memory: memory)
    for verdict in [
      LoopFixture.verdict(.open, .open), LoopFixture.verdict(.open, .open),
      LoopFixture.verdict(.met, .met), LoopFixture.verdict(.met, .met),
      LoopFixture.verdict(.met, .open),
    ] {
      await engine.recordCheck(verdict, asked: false)
    }
    let progress = try await engine.progress(of: "begin")
    #expect(progress.checks == 0 && progress.passedAt == LoopFixture.now)
    #expect(progress.verdict == LoopFixture.verdict(.met, .open))
    await engine.close()
    #expect(try fixture.ask("SELECT count(*) FROM attempt") == 3)
    #expect(try fixture.ask("SELECT count(verdict) FROM attempt") == 1)
  }

  @Test func whereNothingIsKeptTheSessionKnowsItself() async throws {
    let fixture = try LoopFixture()
    let engine = fixture.engine()
    #expect(try await engine.nextHint(of: "begin").number == 1)
    #expect(try await engine.nextHint(of: "begin").number == 2)
    #expect(try await engine.progress(of: "begin").hintsShown == 2)
    await engine.close()
  }

  @Test func aConsoleThatOnlyLooksWritesNothing() async throws {
    let fixture = try LoopFixture()
    let first = fixture.engine(memory: await fixture.memory())
    try await first.startExercise("begin")
    await first.close()
    let second = fixture.engine(memory: await fixture.memory(role: .console(.taken(by: nil))))
    try fixture.write("mine", to: "begin/train.py")
    for attempt in [
      { _ = try await second.reset("begin") }, { _ = try await second.writeSolution(of: "begin") },
      { _ = try await second.catchUp(to: .exercise("begin")) },
      { _ = try await second.startExercise("begin") },
      { _ = try await second.writeReceipt(of: "begin") },
    ] as [@Sendable () async throws -> Void] {
      let problem = await #expect(throws: Diagnosis.self) { try await attempt() }
      #expect(problem?.says.contains("only looks") == true)
    }
    _ = try await second.nextHint(of: "begin")
    await second.close()
    #expect(fixture.text("begin/train.py") == "mine")
    let third = fixture.engine(memory: await fixture.memory())
    #expect(try await third.progress(of: "begin").hintsShown == 0)
    await third.close()
  }

  @Test func whatIsNotThereIsSaid() async throws {
    let fixture = try LoopFixture()
    let engine = fixture.engine()
    for attempt in [
      { _ = try await engine.nextHint(of: "bare") },
      { _ = try await engine.solution(of: "bare", confirmed: true) },
      { _ = try await engine.difference(fromSolution: "bare") },
      { _ = try await engine.reset("nowhere") },
      { _ = try await engine.catchUp(to: .exercise("nowhere")) },
    ] as [@Sendable () async throws -> Void] {
      let problem = await #expect(throws: Diagnosis.self) { try await attempt() }
      #expect(problem?.says.isEmpty == false && problem?.remedy.isEmpty == false)
    }
    await engine.close()
  }

  @Test func theSolutionIsShownWhenItIsAskedForTwice() async throws {
    let fixture = try LoopFixture()
    let engine = fixture.engine(kind: .pixi)
    try await engine.startExercise("begin")
    guard case .confirm(let plan) = try await engine.solution(of: "begin", confirmed: false) else {
      Issue.record("It was shown at once.")
      return
    }
    #expect(plan.files.map(\.path) == ["pixi.lock", "pixi.toml"])
    #expect(try await engine.progress(of: "begin").solutionShownAt == nil)
    guard case .shown(let shown) = try await engine.solution(of: "begin", confirmed: true) else {
      Issue.record("It was not shown.")
      return
    }
    #expect(shown.spelling == .platforms && shown.files.map(\.path) == ["pixi.lock", "pixi.toml"])
    #expect(shown.files[1].text?.contains("linux-64-cuda12") == true)
    #expect(try await engine.progress(of: "begin").solutionShownAt == LoopFixture.now)
    await engine.close()
  }

  @Test func aManifestKeepsItsOwnSpelling() async throws {
    let fixture = try LoopFixture()
    let engine = fixture.engine(kind: .pixi)
    try await engine.startExercise("begin")
    try fixture.write(
      "[workspace]\nname = \"x\"\n[feature.gpu.system-requirements]\ncuda = \"12\"\n",
      to: "begin/pixi.toml")
    guard case .shown(let shown) = try await engine.solution(of: "begin", confirmed: true) else {
      Issue.record("It was not shown.")
      return
    }
    #expect(shown.spelling == .systemRequirements)
    await engine.close()
  }

  @Test func laidOverTheFolderItIsTheSolution() async throws {
    let fixture = try LoopFixture()
    let engine = fixture.engine()
    try await engine.startExercise("begin")
    try fixture.write("print('broken'\n", to: "begin/train.py")
    try fixture.write("mine", to: "begin/own.txt")
    var differing = try await engine.difference(fromSolution: "begin").filter { !$0.isSame }
    #expect(differing.map(\.path) == ["pixi.toml", "train.py"])
    let change = try await engine.writeSolution(of: "begin")
    differing = try await engine.difference(fromSolution: "begin", includingLock: true)
    #expect(differing.count == 4 && differing.allSatisfy(\.isSame))
    #expect(fixture.text((change.keptIn ?? "") + "/train.py") == "print('broken'\n")
    #expect(fixture.text("begin/own.txt") == "mine")
    await engine.close()
  }

  @Test func catchingUpBringsThePartsExercisesToTheirStart() async throws {
    let fixture = try LoopFixture()
    let engine = fixture.engine(memory: await fixture.memory())
    try await engine.startExercise("begin")
    try fixture.write("mine", to: "begin/train.py")
    try fixture.write("begun", to: "gpu/train.py")
    try fixture.write("drawn", to: "gpu/fit.png")
    let target = CatchUpTarget.room(.inSegment(index: 2, remaining: TimeSpan(seconds: 60)))
    let plan = try await engine.catchUpPlan(to: target)
    #expect(plan.exercises == ["bare", "gpu"] && plan.says.contains("Two at once"))
    #expect(fixture.text("gpu/train.py") == "begun" && !fixture.exists("bare"))
    let done = try await engine.catchUp(to: target)
    #expect(done.changes.map { $0.files } == plan.changes.map { $0.files })
    #expect(done.changes[0].keptIn == nil)
    let kept = try #require(done.changes[1].keptIn)
    #expect(
      fixture.text(kept + "/train.py") == "begun" && fixture.text(kept + "/fit.png") == "drawn")
    #expect(!fixture.exists("gpu/fit.png"))
    #expect(fixture.text("begin/train.py") == "mine")
    #expect(try await engine.catchUp(to: target).changesNothing)
    #expect(try await engine.progress(of: "gpu").resets == 1)
    await engine.close()
  }
}
