import Foundation
import ProcessRunner
import SessionEngine
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(10))) struct EngineOptionTests {
  private func carryOut(
    _ options: RunOptions, kind: ProviderKind = .venv, script: String
  ) async throws -> (RunSnapshot, EngineFixture) {
    let fixture = try EngineFixture(installed: ["cpu"], kind: kind) { _ in
      ["cpu": .init(workload: script)]
    }
    let request = fixture.request("cpu", options: options)
    let planned = try await fixture.engine.plannedCommands(request)
    let (_, runs) = try await fixture.carryOut(request)
    let run = try #require(runs[0])
    #expect(planned.runs == [run.commandLine])
    #expect(run.options == options)
    return (run, fixture)
  }

  @Test func argumentsAndVariablesReachTheProgramAndStandInItsCommand() async throws {
    let options = RunOptions(
      arguments: ["shell", "two words"], variables: ["SEED": "7", "TERM": "vt100"])
    let (run, fixture) = try await carryOut(
      options, script: "printf '%s|' \"$1\" \"$SEED\" \"$TERM\"")
    #expect(try await fixture.log(of: run.id) == "two words|7|vt100|")
    #expect(run.commandLine.hasPrefix("SEED=7 TERM=vt100 /bin/sh -c "))
    #expect(run.commandLine.hasSuffix(" shell 'two words'"))
    await fixture.engine.close()
  }

  @Test func aFolderOfOnesOwnIsTheProgramsFolder() async throws {
    let other = try TemporaryDirectory("other place")
    let folder = String(other.path.dropLast())
    let (run, fixture) = try await carryOut(
      RunOptions(workingDirectory: folder), script: "pwd -P")
    #expect(try await fixture.log(of: run.id) == folder + "\n")
    #expect(run.workingDirectory == folder)
    #expect(run.commandLine.hasPrefix("cd '\(folder)' && /bin/sh"))
    await fixture.engine.close()
  }

  @Test func theOverrideOfCUDAIsInTheRunsAndItsInstallsEnvironmentAlone() async throws {
    let tell = "echo \"cuda ${CONDA_OVERRIDE_CUDA-none}\""
    let fixture = try EngineFixture(kind: .pixi) { folder in
      ["cpu": .init(installs: ["\(tell) >> '\(folder)/diary'"], workload: tell)]
    }
    let request = fixture.request("cpu", options: RunOptions(overrideCUDA: "12"))
    let planned = try await fixture.engine.plannedCommands(request)
    #expect(planned.installs.allSatisfy { $0.hasPrefix("CONDA_OVERRIDE_CUDA=12 /bin/sh") })
    #expect(planned.runs.allSatisfy { $0.hasPrefix("CONDA_OVERRIDE_CUDA=12 /bin/sh") })
    let (_, runs) = try await fixture.carryOut(request)
    #expect(fixture.diary == ["cuda 12"])
    let run = try #require(runs[0])
    #expect(try await fixture.log(of: run.id) == "cuda 12\n")
    let (_, others) = try await fixture.carryOut(fixture.request("cpu"))
    let other = try #require(others[0])
    #expect(try await fixture.log(of: other.id) == "cuda none\n")
    #expect(other.commandLine.hasPrefix("/bin/sh"))
    await fixture.engine.close()
  }

  @Test func atItsTimeOutARunIsStoppedAndSaysSo() async throws {
    let (run, fixture) = try await carryOut(
      RunOptions(timeoutSeconds: 0.2), script: "echo begun; while :; do sleep 60; done")
    guard case .ended(let report) = run.state else {
      Issue.record("\(run.state)")
      return
    }
    #expect(report.stopReason == "stopped after its time-out of 0.2 s")
    #expect(report.words == "stopped after its time-out of 0.2 s (SIGINT)")
    #expect(!run.state.hasSucceeded && run.diagnosis == nil)
    #expect(try await fixture.log(of: run.id).hasPrefix("begun"))
    await fixture.engine.close()
  }

  @Test func aRunThatEndsInTimeIsNotStopped() async throws {
    let (run, fixture) = try await carryOut(RunOptions(timeoutSeconds: 600), script: "exit 0")
    #expect(run.state.hasSucceeded)
    await fixture.engine.close()
  }

  @Test(arguments: [
    (RunOptions(variables: ["A=B": "1"]), "NAME=VALUE"),
    (RunOptions(timeoutSeconds: 0), "more than 0"),
    (RunOptions(workingDirectory: "/nowhere/at/all"), "absolute path"),
    (RunOptions(overrideCUDA: "12"), "--provider pixi"),
  ])
  func whatCannotBeDoneIsRefusedBeforeAnythingStarts(
    options: RunOptions, remedy: String
  ) async throws {
    let fixture = try EngineFixture(installed: ["cpu"]) { _ in [:] }
    let diagnosis = await #expect(throws: Diagnosis.self) {
      try await fixture.engine.start(fixture.request("cpu", options: options))
    }
    #expect(diagnosis?.remedy.contains(remedy) == true, "\(String(describing: diagnosis))")
    await fixture.engine.close()
    #expect(fixture.events.batches.isEmpty)
  }

  @Test func pixiTakesNoOtherFolder() async throws {
    let fixture = try EngineFixture(installed: ["cpu"], kind: .pixi) { _ in [:] }
    let request = fixture.request(
      "cpu", options: RunOptions(workingDirectory: fixture.folder))
    let diagnosis = await #expect(throws: Diagnosis.self) {
      try await fixture.engine.start(request)
    }
    #expect(diagnosis?.remedy.contains("cwd") == true)
    await fixture.engine.close()
  }
}
