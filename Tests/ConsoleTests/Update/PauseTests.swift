import SessionEngine
import TerminalCore
import Testing

@testable import Console

@Suite struct PauseTests {
  private func seconds(_ harness: ConsoleHarness) -> Double? {
    harness.state.runs[RunID(10)]?.seconds(at: harness.state.clock.uptime)
  }

  @Test func timeStandsStillWhileTheRunDoes() {
    var harness = ConsoleHarness()
    harness.open()
    harness.startBatch()
    for _ in 1...4 { harness.tick() }
    var run = harness.run(10, .paused(processID: 7))
    run.options.timeoutSeconds = 60
    harness.take(.engine(.run(run)))
    for _ in 1...30 { harness.tick() }
    // What is told of the run meanwhile begins no other pause.
    run.name = "slow"
    harness.take(.engine(.run(run)))
    harness.tick()
    #expect(seconds(harness) == 4)
    let record = harness.state.runs[RunID(10)]
    #expect(record?.secondsLeft(at: harness.state.clock.uptime) == 56)

    run.state = .running(processID: 7)
    run.pausedSeconds = 31
    harness.take(.engine(.run(run)))
    harness.tick()
    harness.tick()
    #expect(seconds(harness) == 6)
  }
}
