import Foundation
import PixiWorkspace
import ProcessRunner
import SessionEngine
import TerminalCore
import TestSupport
import Testing
import WorkshopModel

extension FaultMatrix {
  @Suite(.serialized) struct PixiFaults {
    /// An engine on a double of pixi that can be made to hang or to fail.
    private final class Fixture: Sendable {
      let exercise: ExerciseFixture
      let engine: Engine
      let events: CollectedEvents
      let mark = MarkedProcesses()
      private let executable: String

      init() throws {
        exercise = try ExerciseFixture()
        let supervisor = SupervisorLauncher(executablePath: try BuiltProduct.path("atelier"))
        executable = exercise.programs + "/pixi"
        let workshop = Workshop(
          id: "test", title: "Test", event: "Tests", location: nil,
          starts: TimeOfDay(minutes: 540), segments: [], corrections: [],
          exercises: [exercise.exercise])
        let provider = PixiProvider(
          client: PixiClient(
            executable: executable,
            environment: mark.environment.merging(["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"]) {
              $1
            }, runner: GuardedCommandRunner(supervisor: supervisor)))
        engine = Engine(
          configuration: EngineConfiguration(
            workshop: workshop, workspace: exercise.directory.url.appending(path: "workspace"),
            provider: provider, supervisor: supervisor))
        events = CollectedEvents(engine.events)
        try behave()
      }

      /// - Parameter hangingAt: The command of pixi that never answers; nil for none.
      func behave(hangingAt command: String? = nil, failure: PixiDouble.Failure? = nil) throws {
        let double = try PixiDouble(in: exercise.directory, failure: failure)
        let hang = command.map { "[ \"$1\" = '\($0)' ] && { trap '' INT; sleep 600; }\n" } ?? ""
        try exercise.program("pixi", hang + "exec '\(double.executable)' \"$@\"")
      }

      func request(onlyInstalls: Bool = true) -> BatchRequest {
        BatchRequest(
          exercise: exercise.exercise.id, environments: ["cpu"],
          size: Size(columns: 80, rows: 24), onlyInstalls: onlyInstalls)
      }

      func state() async throws -> EnvironmentStatus.State {
        try await engine.refreshEnvironments(of: exercise.exercise.id)[0].state
      }

      func carryOut(_ request: BatchRequest) async throws -> BatchSnapshot {
        let id = try await engine.start(request)
        return try #require(await engine.waitForEnd(of: id)).batch
      }
    }

    @Test(arguments: ["--version", "info", "install", "run"])
    func pixiThatHangs(command: String) async throws {
      let fixture = try Fixture()
      if command == "run" { _ = try await fixture.carryOut(fixture.request()) }
      try fixture.behave(hangingAt: command)
      let id = try await fixture.engine.start(
        fixture.request(onlyInstalls: command != "run"))
      try await waitUntil("pixi hangs") { fixture.mark.alive().count >= 2 }
      await fixture.engine.stop(batch: id)
      try await fixture.mark.waitUntilGone()
      let batch = try #require(await fixture.engine.batch(id))
      #expect([.cancelled, .ended].contains(batch.lanes[0].phase), "\(batch.lanes[0].phase)")
      for run in fixture.events.runs where !run.state.isAlive {
        #expect(!run.state.hasSucceeded || command == "run", "\(run.title) \(run.state)")
      }
      try fixture.behave()
      let again = try await fixture.carryOut(fixture.request())
      #expect(again.lanes[0].phase == .ended)
      #expect(try await fixture.state() == .installed)
      await fixture.engine.close()
      try await fixture.mark.waitUntilGone()
    }

    @Test func pixiIsKilledInAnInstall() async throws {
      let fixture = try Fixture()
      try fixture.behave(failure: .killed)
      let broken = try await fixture.carryOut(fixture.request())
      guard case .failed(let diagnosis) = broken.lanes[0].phase else {
        Issue.record("\(broken.lanes[0].phase)")
        return
      }
      #expect(!diagnosis.says.isEmpty && !diagnosis.remedy.isEmpty)
      #expect(try await fixture.state() == .broken("an install began and did not end"))
      let run = try #require(broken.lanes[0].run)
      let log = try #require(await fixture.engine.run(run)?.log)
      #expect(try String(contentsOfFile: log, encoding: .utf8).contains("installing cpu"))
      try fixture.behave()
      let repaired = try await fixture.carryOut(fixture.request())
      #expect(repaired.lanes[0].phase == .ended)
      #expect(try await fixture.state() == .installed)
      await fixture.engine.close()
      try await fixture.mark.waitUntilGone()
    }
  }
}
