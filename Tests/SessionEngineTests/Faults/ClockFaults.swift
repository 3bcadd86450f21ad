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
    func figuresAreKeptByTimeThatOnlyGoesForward(jump: Double) async throws {
      let clock = JumpingClock()
      let directory = try TemporaryDirectory()
      let fixture = try EngineFixture(
        installed: ["cpu"], now: { clock.now }, in: directory,
        memory: await EngineFixture.memory(in: directory)
      ) { folder in
        let gate = Gate("next", in: folder).wait
        return ["cpu": .init(workload: "echo step=1 loss=1; \(gate); echo step=2 loss=2; \(gate)")]
      }
      let gate = Gate("next", in: fixture.folder)
      let real = ContinuousClock.now
      let id = try await fixture.startRun()
      clock.jump(jump)
      gate.open()
      gate.open()
      _ = await fixture.engine.waitForEnd(of: id)
      await fixture.engine.close()
      let passed = (ContinuousClock.now - real) / .seconds(1)
      let memory = await EngineFixture.memory(in: directory)
      let history = try #require(memory.history)
      let points = try history.points(of: id, series: "loss", limit: nil)
      #expect(points.map(\.value) == [1, 2])
      #expect(points.allSatisfy { (0...passed).contains($0.seconds) })
      #expect(points.map(\.seconds) == points.map(\.seconds).sorted())
      let seconds = try #require(try history.run(id)?.seconds)
      #expect((0...passed).contains(seconds))
      await memory.close()
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
