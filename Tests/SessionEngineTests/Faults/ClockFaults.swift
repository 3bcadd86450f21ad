import Foundation
import ProcessRunner
import SessionEngine
import Synchronization
import TestSupport
import Testing

extension FaultMatrix {
  @Suite(.serialized) struct ClockFaults {
    /// A wall clock that somebody sets while runs go on.
    private final class JumpingClock: Sendable {
      private let offset = Mutex(0.0)
      var now: Date { Date().addingTimeInterval(offset.withLock { $0 }) }
      func jump(_ seconds: Double) { offset.withLock { $0 += seconds } }
    }

    @Test(arguments: [-7200.0, 7200.0])
    func theWallClockIsSetWhileARunGoesOn(jump: Double) async throws {
      let clock = JumpingClock()
      let fixture = try EngineFixture(installed: ["cpu", "gpu"], now: { clock.now }) { folder in
        [
          "cpu": .init(workload: "echo begun; " + Gate("end", in: folder).wait),
          "gpu": EngineFixture.usable,
        ]
      }
      let gate = Gate("end", in: fixture.folder)
      let real = ContinuousClock.now
      // An hour by the wall clock is not an hour of running.
      let id = try await fixture.startRun(options: RunOptions(timeoutSeconds: 3600))
      clock.jump(jump)
      try await fixture.engine.pause(id)
      clock.jump(-2 * jump)
      try await fixture.engine.resume(id)
      gate.open()
      let run = try #require(await fixture.engine.waitForEnd(of: id))
      guard case .ended(let report) = run.state else {
        Issue.record("\(run.state)")
        return
      }
      let passed = (ContinuousClock.now - real) / .seconds(1)
      #expect(report.outcome == .exited(0) && report.stopReason == nil)
      #expect(report.seconds > 0 && report.seconds <= passed)
      #expect(report.pausedSeconds >= 0 && report.pausedSeconds <= report.seconds)
      try await fixture.expectUsable()
      // The logs of both are there, whatever their names say of the time.
      #expect(try await fixture.log(of: id) == "begun\n")
      await fixture.engine.close()
    }
  }
}
