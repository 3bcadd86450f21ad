import ProcessRunner
import SessionEngine
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(10))) struct EngineQuestionTests {
  @Test func aRunThatAsksIsToldUntilItIsAnswered() async throws {
    let fixture = try EngineFixture(installed: ["cpu"]) { folder in
      [
        "cpu": .init(
          workload: "printf 'Proceed? [y/N] '; read answer; " + Gate("end", in: folder).wait
            + "; echo \"got $answer\"")
      ]
    }
    let gate = Gate("end", in: fixture.folder)
    let run = try await fixture.startRun()
    try await waitUntil("it is told that it asks") {
      await fixture.engine.run(run)?.attention == "It asks: Proceed? [y/N]"
    }
    await fixture.engine.paste("y\n", to: run)
    // It prints nothing now, and is not taken for one that asks.
    try await waitUntil("it no longer asks") { await fixture.engine.run(run)?.attention == nil }
    gate.open()
    _ = await fixture.engine.waitForEnd(of: run)
    #expect(try await fixture.log(of: run).contains("got y"))
    await fixture.engine.close()
  }

  @Test func theEndOfARunThatAsksTakesTheQuestionBack() async throws {
    let fixture = try EngineFixture(installed: ["cpu"]) { _ in
      ["cpu": .init(workload: "printf 'Name: '; read name")]
    }
    let run = try await fixture.startRun()
    try await waitUntil("it asks") { await fixture.engine.run(run)?.attention != nil }
    await fixture.engine.stop(run)
    #expect(await fixture.engine.run(run)?.attention == nil)
    await fixture.engine.close()
  }
}
