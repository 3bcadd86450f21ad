import Foundation
import PixiWorkspace
import SessionEngine
import TestSupport
import Testing

/// What stands on the disk against what pixi.lock lists.
@Suite struct PixiLockStateTests {
  @Test(arguments: ["0.49.0", "0.77.0"])
  func sizesComeFromTheLockAndTheCache(version: String) async throws {
    let room = try PixiRoom()
    let cache = room.fixture.directory.path + "cache"
    let double = try room.double(version, cuda: "12.4", cache: cache)
    #expect(await room.status("gpu", double)?.lock == nil)
    try await room.install("cpu", double)
    let gpu = try #require(await room.status("gpu", double)?.lock)
    #expect(gpu.packages == 2)
    #expect(gpu.downloadBytes == 17_000)
    #expect(gpu.packagesOfUnknownSize == 0)
    #expect(gpu.isMatched == nil)
    let cpu = try #require(await room.status("cpu", double)?.lock)
    #expect(cpu.packagesOfUnknownSize == 1)
    #expect(cpu.isMatched == true)
    try room.fixture.directory.write("", to: "cache/pkgs/pytorch-gpu-2.7-h0_0/info/index.json")
    #expect(await room.status("gpu", double)?.lock?.downloadBytes == 6_000)
  }

  @Test func anotherLockMakesWhatIsInstalledOutdatedUntilTheNextInstall() async throws {
    let room = try PixiRoom()
    let double = try room.double()
    try await room.install("cpu", double)
    #expect(await room.status("cpu", double)?.state == .installed)
    try room.fixture.directory.write(
      PixiRoom.manifest.replacing(">=2.1", with: ">=2.2"), to: "workspace/exercise-3/pixi.toml")
    let provider = room.provider(double)
    let solve = try await SubprocessRunner().run(
      double.executable, PixiArguments(manifest: room.fixture.folder + "/pixi.toml").lock,
      environment: ["PATH": "/usr/bin:/bin"], workingDirectory: nil, timeout: .seconds(60))
    #expect(solve.exitCode == 0)
    let status = try #require(await room.status("cpu", double))
    #expect(
      status.state == .outdated("1 package differs from pixi.lock: numpy is 2.1, locked 2.2"))
    #expect(status.lock?.isMatched == false)
    #expect(!status.isInstalled)
    try await room.install("cpu", double)
    #expect(await room.status("cpu", double)?.state == .installed)
    #expect(
      await provider.packages(of: "cpu", of: room.fixture.exercise, in: room.fixture.folder)
        == [
          StoredPackage(name: "numpy", version: "2.2", build: "h0_0", kind: "conda"),
          StoredPackage(name: "python", version: "3.12", build: "h0_0", kind: "conda"),
          StoredPackage(name: "torchmetrics", version: "1.5", build: nil, kind: "pypi"),
        ])
  }

  @Test func aManifestChangedAfterItsLockIsSolvedFirst() async throws {
    let room = try PixiRoom()
    let double = try room.double()
    try await room.install("cpu", double)
    try room.fixture.directory.write(
      PixiRoom.manifest.replacing(">=2.1", with: ">=2.2"), to: "workspace/exercise-3/pixi.toml")
    let plan = try await room.provider(double).installPlan(
      for: "gpu", of: room.fixture.exercise, in: room.fixture.folder, size: room.size)
    #expect(plan.steps.map { $0.process.arguments[0] } == ["lock", "install"])
  }

  @Test func beforeTheLockCommandAnInstallSolves() async throws {
    let room = try PixiRoom(
      manifest: PixiRoom.manifest.replacing("[workspace]", with: "[project]"))
    let double = try room.double("0.40.3")
    let plan = try await room.provider(double).installPlan(
      for: "cpu", of: room.fixture.exercise, in: room.fixture.folder, size: room.size)
    let manifest = room.fixture.folder + "/pixi.toml"
    #expect(
      plan.steps.map(\.process.arguments) == [
        ["install", "--manifest-path", manifest, "-e", "cpu"]
      ])
    #expect(try await room.install("cpu", double)?.exitCode == 0)
    #expect(await room.status("cpu", double)?.state == .installed)
  }

  @Test(arguments: [
    ("0.42.0", PixiRoom.manifest, "the table [workspace], which pixi 0.42.0", "0.43.0"),
    (
      "0.70.2",
      PixiRoom.manifest.replacing(
        #"["linux-64"]"#,
        with: #"[{ name = "linux-64-cuda12", platform = "linux-64", cuda = "12" }]"#),
      "virtual packages on `platforms`, which pixi 0.70.2", "0.71.0"
    ),
  ])
  func aManifestForALaterPixiSaysSo(
    version: String, manifest: String, says: String, needed: String
  ) async throws {
    let room = try PixiRoom(manifest: manifest)
    guard
      case .unavailable(let diagnosis)? = await room.status("cpu", try room.double(version))?
        .state
    else {
      Issue.record("It is not unavailable.")
      return
    }
    #expect(diagnosis.says.contains(says))
    #expect(diagnosis.remedy.contains("Update pixi to \(needed) or later"))
  }

  @Test func aLockOfANewerPixiIsNotWrittenOver() async throws {
    let room = try PixiRoom()
    try await room.install("cpu", try room.double("0.77.0"))
    let diagnosis = await #expect(throws: Diagnosis.self) {
      try await room.install("gpu", try room.double("0.62.0", cuda: "12.4"))
    }
    #expect(diagnosis?.says.contains("has format 7, and pixi 0.62.0 reads formats up to 6") == true)
    #expect(diagnosis?.remedy.contains("pixi self-update") == true)
  }

  @Test func aMovedWorkspaceIsMadeAnewWithoutAQuestion() async throws {
    let room = try PixiRoom()
    let double = try room.double()
    try await room.install("cpu", double)
    let record = "workspace/exercise-3/.pixi/envs/cpu/conda-meta/pixi_env_prefix"
    try room.fixture.directory.write("/elsewhere/.pixi/envs/cpu/conda-meta", to: record)
    #expect(
      await room.status("cpu", double)?.state
        == .broken("it was made in /elsewhere/.pixi/envs/cpu and cannot be moved"))
    #expect(try await room.install("cpu", double)?.exitCode == 0)
    #expect(try double.calls().suffix(4).map(\.command).contains("clean"))
    #expect(await room.status("cpu", double)?.state == .installed)
  }
}
