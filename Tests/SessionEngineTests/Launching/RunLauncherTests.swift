import Foundation
import ProcessRunner
import SessionEngine
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(10))) struct RunLauncherTests {
  /// A place that is entered with a command of its own and sees its files under another path, as
  /// containers do.
  private struct ElsewhereLauncher: RunLauncher {
    let name = "elsewhere"
    let capabilities = LauncherCapabilities(
      canPause: false, signalsReachEveryProcess: true, usesGPUsOfThisMachine: false,
      measuresResources: false)

    func process(for planned: ProcessSpecification) async throws -> ProcessSpecification {
      guard planned.environment["REFUSE"] == nil else {
        throw Diagnosis(says: "There is no place elsewhere.", remedy: "Wait for one.")
      }
      var process = planned
      let passed = planned.environment.filter { ["PATH", "SEED", "TERM"].contains($0.key) }
      process.executable = "/usr/bin/env"
      process.arguments =
        ["-i", "PLACE=elsewhere"]
        + passed.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        + [planned.executable] + planned.arguments
      return process
    }

    func pathForRun(ofLocal path: String) -> String? {
      path.hasPrefix("/here/") ? "/there/" + path.dropFirst(6) : nil
    }

    func localPath(ofRun path: String) -> String? {
      path.hasPrefix("/there/") ? "/here/" + path.dropFirst(7) : nil
    }
  }

  @Test func everyRunGoesWhereTheLauncherSays() async throws {
    let tell = "echo \"$PLACE $SEED ${LC_ALL-none}\""
    let fixture = try EngineFixture(launcher: ElsewhereLauncher()) { folder in
      [
        "cpu": .init(
          installs: ["\(tell) >> '\(folder)/diary'"], workload: tell, shell: tell,
          tasks: ["test": tell])
      ]
    }
    let request = fixture.request("cpu", options: RunOptions(variables: ["SEED": "7"]))
    let planned = try await fixture.engine.plannedCommands(request)
    let (_, runs) = try await fixture.carryOut(request)
    #expect(fixture.diary == ["elsewhere  none"])
    let run = try #require(runs[0])
    #expect(run.launcher == "elsewhere")
    // What is shown is what is really started.
    #expect(run.commandLine.hasPrefix("SEED=7 /usr/bin/env -i PLACE=elsewhere"))
    #expect(planned.runs == [run.commandLine])
    #expect(try await fixture.log(of: run.id) == "elsewhere 7 none\n")
    for id in [
      try await fixture.engine.openShell(in: "cpu", of: "exercise-1", size: EngineFixture.size),
      try await fixture.engine.startTask(
        TaskRequest(
          name: "test", environment: "cpu", exercise: "exercise-1", size: EngineFixture.size)),
    ] {
      _ = await fixture.engine.waitForEnd(of: id)
      #expect(try await fixture.log(of: id).hasPrefix("elsewhere"))
    }
    await fixture.engine.close()
  }

  @Test func whatAPlaceCannotDoIsSaid() async throws {
    let fixture = try EngineFixture(installed: ["cpu"], launcher: ElsewhereLauncher()) { _ in
      ["cpu": .init(workload: "sleep 600")]
    }
    let run = try await fixture.startRun()
    let diagnosis = await #expect(throws: Diagnosis.self) { try await fixture.engine.pause(run) }
    #expect(diagnosis?.says.contains("elsewhere does not allow it") == true)
    let refused = fixture.request("cpu", options: RunOptions(variables: ["REFUSE": "1"]))
    let (batch, _) = try await fixture.carryOut(refused)
    #expect(
      batch.lanes[0].phase
        == .failed(Diagnosis(says: "There is no place elsewhere.", remedy: "Wait for one.")))
    await fixture.engine.close()
  }

  @Test func onThisMachineNothingChanges() {
    let launcher = LocalLauncher()
    let process = ProcessSpecification(
      executable: "/bin/sh", arguments: ["-c", "true"], environment: ["A": "B"],
      workingDirectory: "/", size: EngineFixture.size)
    #expect(launcher.process(for: process) == process)
    #expect(launcher.pathForRun(ofLocal: "/a") == "/a" && launcher.localPath(ofRun: "/b") == "/b")
    #expect(launcher.name == "this machine" && launcher.capabilities.canPause)
  }
}
