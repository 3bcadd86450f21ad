import Foundation
import ProcessRunner
import SessionEngine
import TestSupport
import Testing

extension FaultMatrix {
  @Suite(.serialized) struct LogFaults {
    @Test func aDiskThatIsFullFromTheBeginning() async throws {
      // The name of a log is known when the time is: it leads to where nothing can be written.
      let fixture = try EngineFixture(
        installed: ["cpu", "gpu"], now: { Date(timeIntervalSince1970: 0) }
      ) { _ in
        ["cpu": .init(workload: "seq 1 1000"), "gpu": EngineFixture.usable]
      }
      let logs = fixture.engine.configuration.logFolder
      try FileManager.default.createDirectory(at: logs, withIntermediateDirectories: true)
      let (_, firsts) = try await fixture.carryOut(fixture.request("cpu"))
      let first = try #require(firsts[0]?.log)
      let next = first.replacing("-1.log", with: "-2.log")
      try FileManager.default.createSymbolicLink(
        atPath: next, withDestinationPath: "/dev/full")
      let (_, runs) = try await fixture.carryOut(fixture.request("cpu"))
      let run = try #require(runs[0])
      #expect(run.log == next && run.state.hasSucceeded)
      let fault = try #require(run.logFault)
      #expect(fault.contains("No space left on device"))
      #expect(fault.contains("complete for the first 0 bytes"))
      // The run itself was not held up: its screen has all of it.
      let screen = await fixture.engine.screen(of: run.id, scrollOffset: 0)
      #expect(screen?.buffer.text.contains("1000") == true)
      try await fixture.expectUsable()
      await fixture.engine.close()
    }

    @Test func theWorkspaceIsDeletedWithItsDatabase() async throws {
      let directory = try TemporaryDirectory()
      let fixture = try EngineFixture(
        installed: ["cpu", "gpu"], in: directory,
        memory: await EngineFixture.memory(in: directory)
      ) { folder in
        [
          "cpu": .init(workload: "echo step=1 loss=1; \(Gate("end", in: folder).wait)"),
          "gpu": EngineFixture.usable,
        ]
      }
      await fixture.engine.tellMemory()
      let gate = Gate("end", in: fixture.folder)
      let id = try await fixture.startRun()
      try FileManager.default.removeItem(at: fixture.engine.configuration.workspace)
      gate.open()
      #expect(await fixture.engine.waitForEnd(of: id)?.state.hasSucceeded == true)
      // Nothing is kept any more, and that is said.
      try await waitUntil("the loss is told", detail: { "\(fixture.events.all.suffix(5))" }) {
        fixture.events.all.contains { event in
          switch event {
          case .memory(.unavailable): true
          case .failed(let diagnosis): diagnosis.says.contains("session.sqlite")
          default: false
          }
        }
      }
      try directory.write("", to: "workspace/exercise-1/train.py")
      try await fixture.expectUsable()
      await fixture.engine.close()
    }

    @Test func theWorkspaceIsDeletedUnderARun() async throws {
      let fixture = try EngineFixture(installed: ["cpu", "gpu"]) { folder in
        [
          "cpu": .init(workload: "echo begun; \(Gate("end", in: folder).wait); echo more"),
          "gpu": EngineFixture.usable,
        ]
      }
      let gate = Gate("end", in: fixture.folder)
      let id = try await fixture.startRun()
      try await waitUntil("it has begun") { try await fixture.log(of: id).contains("begun") }
      let workspace = fixture.engine.configuration.workspace
      try FileManager.default.removeItem(at: workspace)
      gate.open()
      let run = try #require(await fixture.engine.waitForEnd(of: id))
      #expect(run.state.hasSucceeded)
      #expect(run.logFault?.contains("was removed while the run went on") == true)
      let screen = await fixture.engine.screen(of: id, scrollOffset: 0)
      #expect(screen?.buffer.text.contains("more") == true)
      // Without its folder a run does not start, and says so; with it all is well again.
      let (_, runs) = try await fixture.carryOut(fixture.request("gpu"))
      let homeless = try #require(runs[0])
      #expect(homeless.diagnosis?.remedy.contains("cannot be entered") == true)
      try fixture.directory.write("", to: "workspace/exercise-1/train.py")
      try await fixture.expectUsable()
      await fixture.engine.close()
    }
  }
}
