import Foundation
import PixiWorkspace
import TestSupport
import Testing

@testable import SessionEngine

/// Installs while they go on, and in every way to fail.
@Suite struct PixiInstallTests {
  @Test func progressIsCountedAgainstTheLock() async throws {
    let room = try PixiRoom()
    let double = try room.double(hasGate: true)
    let provider = room.provider(double)
    let found = await provider.installProgress(
      of: "cpu", of: room.fixture.exercise, in: room.fixture.folder)
    let reader = try #require(found)
    #expect(reader.read() == nil)
    async let install = room.install("cpu", double)
    try await waitUntil("two of three packages are there") {
      reader.read() == RunProgress(fraction: 2.0 / 3.0, words: "2 of 3 packages")
    }
    try double.openGate()
    #expect(try await install?.exitCode == 0)
    #expect(reader.read() == RunProgress(fraction: 1, words: "3 of 3 packages"))
  }

  @Test(arguments: [PixiDouble.Wait.environment, .cache])
  func waitingForAnotherPixiIsToldInWords(wait: PixiDouble.Wait) async throws {
    let room = try PixiRoom()
    let double = try room.double(wait: wait)
    try double.openGate()
    let output = try #require(try await room.install("cpu", double)).standardError
    let words = output.split(separator: "\n").compactMap {
      room.provider(double).attention(for: String($0))
    }
    #expect(words.count == 1)
    #expect(words.first?.hasPrefix("Waits for another pixi that") == true)
  }

  @Test(arguments: PixiDouble.Failure.allCases, ["0.49.0", "0.77.0"])
  func everyFailureHasItsWordsAndPixisOwn(
    failure: PixiDouble.Failure, version: String
  ) async throws {
    guard failure != .killed else { return }
    let room = try PixiRoom()
    // What was solved before fails only where it is installed.
    let double = try room.double(version, failure: failure)
    let name = failure == .cuda ? "gpu" : "cpu"
    let diagnosis: Diagnosis?
    do {
      let result = try #require(try await room.install(name, double))
      #expect(result.exitCode == 1)
      diagnosis = room.provider(double).diagnose(
        output: result.standardError, exitCode: result.exitCode)
    } catch let thrown as Diagnosis {
      diagnosis = thrown
    }
    let found = try #require(diagnosis)
    let (says, own) = try #require(Self.expected[failure])
    #expect(found.says.contains(says), "\(found)")
    #expect(found.remedy.hasSuffix("."))
    #expect(found.details?.contains(own) == true, "\(found.details ?? "nothing")")
  }

  private static let expected: [PixiDouble.Failure: (says: String, own: String)] = [
    .cuda: ("needs CUDA", "__cuda"), .solve: ("`pytorch-gpu`", "No candidates were found for"),
    .undeclared: ("does not declare it", "__cuda *"),
    .stale: ("was changed after", "not up-to-date"),
    .network: ("could not reach", "dns error"), .disk: ("disk is full", "os error 28"),
    .python: ("Python version", "python >=3.12"),
    .incompatible: ("exclude each other", "incompatible"),
    .pypi: ("from PyPI does not fit", "pinned by the conda solve"),
    .certificate: ("could not reach", "peer certificate"),
    .offline: ("could not reach", "offline mode"),
    .permission: ("may not read or write", "os error 13"),
    .busy: ("Another pixi", "modified during parsing"),
    .requires: ("another release of pixi (>=9.0)", "requires pixi"),
    .cudaVersion: ("do not fit", "would constrain"),
    .newerLock: ("newer pixi than this one", "newer lockfile format"),
    .bothSpellings: ("declares CUDA twice", "per-platform"),
  ]

  @Test func aTaskRunsWithItsArgumentsInTheirPlaces() async throws {
    let room = try PixiRoom()
    let double = try room.double()
    try await room.install("cpu", double)
    let provider = room.provider(double)
    let tasks = try await provider.tasks(of: room.fixture.exercise, in: room.fixture.folder)
    #expect(tasks.map(\.name) == ["fit", "prepare", "train", "train"])
    #expect(tasks[0].environments == ["cpu", "default", "gpu"])
    #expect(tasks[0].dependsOn == ["prepare"])
    #expect(tasks[0].arguments.map(\.name) == ["epochs", "out"])
    #expect(tasks[2].environments == ["cpu"])
    #expect(tasks[3].command == "python train.py --device cuda")

    let launch = try await provider.taskLaunch(
      "fit", arguments: ["7"], environment: "cpu", of: room.fixture.exercise,
      in: room.fixture.folder, size: room.size)
    #expect(launch.arguments.suffix(5) == ["--frozen", "-e", "cpu", "fit", "7"])
    #expect(try await launch.run().standardOutput == "7 a.json\n")
    await #expect(throws: Diagnosis.self) {
      try await provider.taskLaunch(
        "fit", arguments: [], environment: "gpu", of: room.fixture.exercise,
        in: room.fixture.folder, size: room.size)
    }
  }

  @Test func anotherCUDAIsOnlyBelievedWhenAskedFor() async throws {
    let room = try PixiRoom()
    let double = try room.double()
    let provider = room.provider(double)
    #expect(try await room.install("gpu", double)?.exitCode == 1)
    let plan = try await provider.installPlan(
      for: "gpu", of: room.fixture.exercise, in: room.fixture.folder, size: room.size)
    let forced = RunOptions(overrideCUDA: "12.4").applied(to: plan.steps[0].process)
    #expect(try await forced.run().exitCode == 0)
  }
}
