import Foundation
import ProcessRunner
import SessionEngine
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(10))) struct EngineOutputTests {
  private func fixture(_ script: String) throws -> EngineFixture {
    try EngineFixture(installed: ["cpu"]) { folder in
      ["cpu": .init(workload: script + "; " + Gate("end", in: folder).wait)]
    }
  }

  @Test func aRunThatGoesOnGetsATimeOut() async throws {
    let fixture = try fixture("echo begun")
    let id = try await fixture.startRun()
    try await fixture.engine.setTimeout(of: id, 3600)
    #expect(await fixture.engine.run(id)?.options.timeoutSeconds == 3600)
    // One it is beyond already is refused, and the one before stays.
    await #expect(throws: Diagnosis.self) {
      try await fixture.engine.setTimeout(of: id, 0.000_001)
    }
    #expect(await fixture.engine.run(id)?.options.timeoutSeconds == 3600)
    try await waitUntil("a short time-out is taken") {
      // On a slow machine it may have run for longer than that: then a longer one does.
      let passed = await fixture.engine.run(id)?.startedAt.map { -$0.timeIntervalSinceNow } ?? 0
      return (try? await fixture.engine.setTimeout(of: id, passed + 0.3)) != nil
    }
    let run = try #require(await fixture.engine.waitForEnd(of: id))
    guard case .ended(let report) = run.state else {
      Issue.record("\(run.state)")
      return
    }
    #expect(report.stopReason?.contains("time") == true, "\(report.stopReason ?? "none")")
    await #expect(throws: Diagnosis.self) { try await fixture.engine.setTimeout(of: id, 10) }
    await fixture.engine.close()
  }

  @Test func outputIsSearchedReadAndSaved() async throws {
    let fixture = try fixture(
      "seq 1 40; echo 'Traceback (most recent call last):'; echo 'ValueError: no such'; seq 41 60")
    let id = try await fixture.startRun()
    let engine = fixture.engine
    try await waitUntil("all is printed") {
      try await fixture.log(of: id).hasSuffix("60\n")
    }
    try await waitUntil("all is on the screen") {
      await engine.find("60", in: id, from: nil, backwards: true) != nil
    }
    let found = await engine.find("value", in: id, from: nil, backwards: false)
    #expect(found?.line == 41 && found?.columns == 0..<5 && found?.total == 1)
    #expect(await engine.find("VALUE", in: id, from: nil, backwards: false) == nil)
    #expect(await engine.firstError(in: id)?.line == 40)
    #expect(
      await engine.text(
        of: id, from: TerminalPlace(line: 38, column: 0), to: TerminalPlace(line: 40, column: 9))
        == "39\n40\nTraceback")
    let path = try await engine.saveText(of: id)
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(text.split(separator: "\n").count == 62 && text.hasPrefix("1\n2\n"))
    #expect(path.hasPrefix(engine.configuration.folder(of: "exercise-1")))
    // What was saved before is not written over.
    let again = try await engine.saveText(of: id)
    #expect(again != path && FileManager.default.contents(atPath: path) == Data(text.utf8))
    await #expect(throws: Diagnosis.self) { try await engine.saveText(of: RunID(99)) }
    await fixture.engine.close()
  }

  @Test func whatAProgramSaysOfItsProgressIsTold() async throws {
    let fixture = try EngineFixture(installed: ["cpu"]) { folder in
      let next = Gate("next", in: folder).wait
      return [
        "cpu": .init(
          workload: "printf '\\033]9;4;1;40\\033\\\\'; \(next); printf '\\033]9;4;2;40\\033\\\\'; "
            + next + "; printf '\\033]9;4;0;0\\033\\\\'; \(next)")
      ]
    }
    let gate = Gate("next", in: fixture.folder)
    let id = try await fixture.startRun()
    func waitFor(_ progress: RunProgress?) async throws {
      try await waitUntil("the progress is \(progress?.words ?? "none")") {
        await fixture.engine.run(id)?.progress == progress
      }
    }
    try await waitFor(RunProgress(fraction: 0.4, words: "40 %"))
    gate.open()
    try await waitFor(RunProgress(fraction: 0.4, words: "stands at 40 % after an error"))
    gate.open()
    try await waitFor(nil)
    gate.open()
    #expect(await fixture.engine.waitForEnd(of: id)?.progress == nil)
    await fixture.engine.close()
  }
}
