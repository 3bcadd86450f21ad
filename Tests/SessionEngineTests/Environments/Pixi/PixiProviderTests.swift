import Foundation
import PixiWorkspace
import SessionEngine
import TerminalCore
import TestSupport
import Testing
import WorkshopModel

@Suite struct PixiProviderTests {
  private let size = Size(columns: 80, rows: 24)

  private func provider(_ double: PixiDouble) -> PixiProvider {
    PixiProvider(
      client: PixiClient(
        executable: double.executable,
        environment: ["PATH": "/usr/bin:/bin", "PIXI_IN_SHELL": "1", "LANG": "C.UTF-8"]))
  }

  /// Plans the install and runs its steps until one fails; gives the last one's result.
  @discardableResult
  private func install(
    _ name: String, _ fixture: ExerciseFixture, _ double: PixiDouble
  ) async throws -> CommandResult? {
    let plan = try await provider(double).installPlan(
      for: name, of: fixture.exercise, in: fixture.folder, size: size)
    var result: CommandResult?
    for step in plan.steps {
      result = try await step.process.run()
      if result?.exitCode != 0 { break }
    }
    return result
  }

  @Test func describesThePixiThatRuns() async throws {
    let fixture = try ExerciseFixture()
    let recent = provider(try PixiDouble(in: fixture.directory))
    #expect(
      await recent.describe()
        == ProviderDescription(kind: .pixi, version: "0.77.0", notes: []))
    let old = provider(try PixiDouble(in: fixture.directory, version: "0.39.3"))
    #expect(await old.describe().notes.first?.contains("pixi self-update") == true)
    let overridden = PixiProvider(
      client: PixiClient(
        executable: try PixiDouble(in: fixture.directory).executable,
        environment: ["CONDA_OVERRIDE_CUDA": "12.4"]))
    #expect(
      await overridden.describe().notes
        == ["CONDA_OVERRIDE_CUDA is set: pixi takes this machine for one with CUDA 12.4"])
    let gpu = await overridden.environments(of: fixture.exercise, in: fixture.folder)[1]
    #expect(gpu.note?.hasSuffix("pixi takes this machine for one with CUDA 12.4") == true)
  }

  @Test(arguments: ["0.49.0", "0.77.0"])
  func statusesFollowTheDisk(version: String) async throws {
    let fixture = try ExerciseFixture()
    let double = try PixiDouble(in: fixture.directory, version: version, cuda: "12.4")
    let provider = provider(double)

    let before = await provider.environments(of: fixture.exercise, in: fixture.folder)
    #expect(before.map(\.name) == ["cpu", "gpu", "jax-cuda118"])
    #expect(before[0].state == .notInstalled)
    #expect(before[1].state == .notInstalled)
    #expect(before[1].prefix == fixture.folder + "/.pixi/envs/gpu")
    #expect(before[1].note == "CUDA 12 declared")

    #expect(try await install("gpu", fixture, double)?.exitCode == 0)
    try await provider.installed("gpu", of: fixture.exercise, in: fixture.folder)

    let after = await provider.environments(of: fixture.exercise, in: fixture.folder)
    #expect(after.map(\.isInstalled) == [false, true, false])
    let nothing = try await provider.installPlan(
      for: "gpu", of: fixture.exercise, in: fixture.folder, size: size)
    #expect(nothing.steps.isEmpty)
  }

  @Test func commandsAreExactlyThese() async throws {
    let fixture = try ExerciseFixture()
    let double = try PixiDouble(in: fixture.directory)
    let provider = provider(double)
    let manifest = fixture.folder + "/pixi.toml"

    let plan = try await provider.installPlan(
      for: "cpu", of: fixture.exercise, in: fixture.folder, size: size)
    #expect(
      plan.steps.map(\.process.arguments) == [
        ["lock", "--manifest-path", manifest],
        ["install", "--manifest-path", manifest, "--locked", "-e", "cpu"],
      ])
    let install = plan.steps[1].process
    #expect(install.executable == double.executable)
    #expect(install.workingDirectory == fixture.folder)
    #expect(install.environment["PIXI_IN_SHELL"] == nil)
    #expect(install.environment["PIXI_NO_WRAP"] == "1")
    #expect(install.environment["NO_COLOR"] == nil)
    #expect(install.environment["CONDA_OVERRIDE_CUDA"] == nil)
    try await self.install("cpu", fixture, double)
    // A lock that fits is taken as it is.
    let next = try await provider.installPlan(
      for: "gpu", of: fixture.exercise, in: fixture.folder, size: size)
    #expect(
      next.steps.map(\.process.arguments) == [
        ["install", "--manifest-path", manifest, "--locked", "-e", "gpu"]
      ])

    let workload = try #require(fixture.exercise.workload(in: "cpu"))
    let launch = try await provider.launch(
      workload, of: fixture.exercise, in: fixture.folder, size: size)
    #expect(
      launch.arguments == [
        "run", "--manifest-path", manifest, "--frozen", "-e", "cpu", "train",
      ])
    #expect(launch.environment["XLA_PYTHON_CLIENT_PREALLOCATE"] == "false")
    #expect(launch.environment["PYTHONUNBUFFERED"] == "1")
    #expect(try await launch.run().standardOutput == "hello\n")
    #expect(try double.calls().last?.arguments == launch.arguments)

    let shell = try await provider.shell(
      in: "cpu", of: fixture.exercise, folder: fixture.folder, size: size)
    #expect(shell.arguments == ["shell", "--manifest-path", manifest, "--frozen", "-e", "cpu"])
  }

  @Test func nothingRunsInWhatIsNotInstalled() async throws {
    let fixture = try ExerciseFixture()
    let double = try PixiDouble(in: fixture.directory)
    let provider = provider(double)
    let workload = try #require(fixture.exercise.workload(in: "cpu"))
    let diagnosis = await #expect(throws: Diagnosis.self) {
      try await provider.launch(workload, of: fixture.exercise, in: fixture.folder, size: size)
    }
    #expect(diagnosis?.says == "The environment `cpu` is not installed.")
    #expect(diagnosis?.remedy.contains("atelier env install cpu") == true)
    #expect(try double.calls().allSatisfy { ["--version", "info"].contains($0.command) })
  }

  @Test(arguments: [
    (
      "0.49.0",
      "`pixi workspace system-requirements add --feature jax-cuda118 cuda 11.8`, then "
    ),
    (
      "0.77.0",
      "`pixi workspace platform add linux-64-cuda118=linux-64 --cuda 11.8`, then "
    ),
  ])
  func anUndeclaredEnvironmentComesWithItsCommands(version: String, start: String) async throws {
    let fixture = try ExerciseFixture()
    let provider = provider(try PixiDouble(in: fixture.directory, version: version))
    let statuses = await provider.environments(of: fixture.exercise, in: fixture.folder)
    guard case .unavailable(let diagnosis) = statuses[2].state else {
      Issue.record("\(statuses[2].state)")
      return
    }
    #expect(
      diagnosis.says
        == "pixi.toml does not declare the environment `jax-cuda118` yet.")
    #expect(diagnosis.remedy.contains(start))
    #expect(
      diagnosis.remedy.hasSuffix(
        "`pixi workspace environment add jax-cuda118 --feature jax-cuda118`."))
    await #expect(throws: diagnosis) {
      try await provider.installPlan(
        for: "jax-cuda118", of: fixture.exercise, in: fixture.folder, size: size)
    }
  }

  @Test(arguments: ["0.49.0", "0.77.0"])
  func withoutAGPUPixisWordsStandBesideOurRemedy(version: String) async throws {
    let fixture = try ExerciseFixture()
    let provider = provider(try PixiDouble(in: fixture.directory, version: version))
    let result = try #require(
      try await install("gpu", fixture, try PixiDouble(in: fixture.directory, version: version)))
    #expect(result.exitCode == 1)
    let diagnosis = try #require(
      provider.diagnose(output: result.standardError, exitCode: result.exitCode))
    #expect(diagnosis.says.contains("needs CUDA"))
    #expect(diagnosis.remedy.contains("--provider venv"))
    #expect(diagnosis.remedy.contains("cpu environment"))
    #expect(diagnosis.details?.contains("__cuda") == true)
    #expect(diagnosis.details?.hasPrefix("Error:   × ") == true)
  }

  @Test func anInstallThatWasKilledIsBrokenAndCanBeRepeated() async throws {
    let fixture = try ExerciseFixture()
    let killed = try PixiDouble(in: fixture.directory, failure: .killed)
    #expect(try await install("cpu", fixture, killed)?.exitCode == 137)
    let double = try PixiDouble(in: fixture.directory)
    let provider = provider(double)
    let status = await provider.environments(of: fixture.exercise, in: fixture.folder)[0]
    #expect(status.state == .broken("an install began and did not end"))
    #expect(try await install("cpu", fixture, double)?.exitCode == 0)
    try await provider.installed("cpu", of: fixture.exercise, in: fixture.folder)
  }

  @Test func aManifestThatIsMissingOrWrongMakesAllUnavailable() async throws {
    let missing = try ExerciseFixture(manifest: nil)
    let first = await provider(try PixiDouble(in: missing.directory))
      .environments(of: missing.exercise, in: missing.folder)
    #expect(first.count == 3)
    for status in first {
      guard case .unavailable(let diagnosis) = status.state else {
        Issue.record("\(status)")
        continue
      }
      #expect(diagnosis.remedy.contains("pixi init"))
    }
    let wrong = try ExerciseFixture(manifest: "[workspace\n")
    let second = await provider(try PixiDouble(in: wrong.directory))
      .environments(of: wrong.exercise, in: wrong.folder)
    guard case .unavailable(let diagnosis) = second[0].state else {
      Issue.record("\(second)")
      return
    }
    #expect(diagnosis.details?.contains("TOML parse error") == true)
  }

  @Test func theLockTellsTheBuild() async throws {
    let fixture = try ExerciseFixture()
    let channel = "https://conda.anaconda.org/conda-forge/linux-64"
    try fixture.directory.write(
      """
      version: 6
      environments:
        gpu:
          packages:
            linux-64:
            - conda: \(channel)/cuda-version-12.9-h4f385c5_3.conda
            - conda: \(channel)/pytorch-2.7.1-cuda129_mkl_py312h30b5a27_300.conda
      packages: []
      """, to: "workspace/exercise-3/pixi.lock")
    let provider = provider(try PixiDouble(in: fixture.directory))
    let statuses = await provider.environments(of: fixture.exercise, in: fixture.folder)
    #expect(statuses[1].note == "CUDA 12.9, and no NVIDIA driver here")
    #expect(statuses[0].note == nil)
  }
}
