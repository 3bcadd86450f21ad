import Foundation
import PixiWorkspace
import ProcessRunner
import SessionEngine
import TerminalCore
import TestSupport
import Testing
import WorkshopModel

/// An engine on a double of pixi whose installs wait.
@Suite(.timeLimit(.minutes(10))) struct EnginePixiTests {
  private func engine(
    _ exercise: ExerciseFixture, _ double: PixiDouble
  ) throws -> (Engine, CollectedEvents) {
    let workshop = Workshop(
      id: "test", title: "Test", event: "Tests", location: nil,
      starts: TimeOfDay(minutes: 540), segments: [], corrections: [],
      exercises: [exercise.exercise])
    let supervisor = SupervisorLauncher(executablePath: try BuiltProduct.path("atelier"))
    let provider = PixiProvider(
      client: PixiClient(
        executable: double.executable,
        environment: ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"],
        runner: GuardedCommandRunner(supervisor: supervisor)))
    let engine = Engine(
      configuration: EngineConfiguration(
        workshop: workshop, workspace: exercise.directory.url.appending(path: "workspace"),
        provider: provider, supervisor: supervisor))
    return (engine, CollectedEvents(engine.events))
  }

  private func install(_ engine: Engine, _ exercise: ExerciseFixture) async throws
    -> BatchSnapshot.ID
  {
    try await engine.start(
      BatchRequest(
        exercise: exercise.exercise.id, environments: ["cpu"], size: Size(columns: 80, rows: 24),
        onlyInstalls: true))
  }

  @Test(arguments: [PixiDouble.Wait.environment, .cache])
  func whatAnInstallWaitsForIsShownWhileItWaits(wait: PixiDouble.Wait) async throws {
    let exercise = try ExerciseFixture()
    let double = try PixiDouble(in: exercise.directory, wait: wait)
    let (engine, events) = try engine(exercise, double)
    let id = try await install(engine, exercise)
    try await waitUntil("it says that it waits", detail: { "\(events.runs.last as Any)" }) {
      events.runs.last?.attention?.contains("another pixi") == true
    }
    try double.openGate()
    let (batch, runs) = try #require(await engine.waitForEnd(of: id))
    #expect(batch.lanes[0].phase == .ended)
    #expect(runs[0]?.attention == nil && runs[0]?.progress == nil)
    await engine.close()
  }

  @Test func packagesAreCountedWhileTheyAreInstalled() async throws {
    let exercise = try ExerciseFixture(
      manifest: ExerciseFixture.manifest
        + "\n[feature.cpu.dependencies]\npython = \"3.12\"\nnumpy = \"2\"\nscipy = \"1\"\n")
    let double = try PixiDouble(in: exercise.directory, hasGate: true)
    let (engine, events) = try engine(exercise, double)
    let id = try await install(engine, exercise)
    try await waitUntil("some of the packages are there", detail: { "\(events.runs.last as Any)" })
    {
      guard let progress = events.runs.last?.progress, let fraction = progress.fraction else {
        return false
      }
      return progress.words.hasSuffix("packages") && fraction > 0 && fraction < 1
    }
    try double.openGate()
    let (batch, _) = try #require(await engine.waitForEnd(of: id))
    #expect(batch.lanes[0].phase == .ended)
    await engine.close()
  }
}
