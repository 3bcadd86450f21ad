import Foundation
import PixiWorkspace
import TestSupport
import Testing

@Suite struct PixiClientTests {
  private static let manifest = """
    [workspace]
    name = "gpu-workflow"
    channels = ["conda-forge"]
    platforms = ["linux-64"]
    [dependencies]
    python = "3.12.*"
    [feature.gpu.system-requirements]
    cuda = "12"
    [feature.gpu.tasks]
    train = "python train.py"
    [environments]
    gpu = ["gpu"]
    """

  private func client(
    _ double: PixiDouble, environment: [String: String] = [:], timeout: Duration = .seconds(60)
  ) -> PixiClient {
    PixiClient(
      executable: double.executable,
      environment: environment.merging(["PATH": "/usr/bin:/bin"]) {
        $1
      }, timeout: timeout)
  }

  @Test(arguments: ["0.43.0", "0.49.0", "0.62.1", "0.70.2", "0.77.0"])
  func readsAWorkspaceOfEachRelease(version: String) async throws {
    let directory = try TemporaryDirectory()
    let file = try directory.write(Self.manifest, to: "w/pixi.toml").path
    let double = try PixiDouble(in: directory, version: version, cuda: "12.4")
    let client = client(double)
    #expect(try await double.run(PixiArguments(manifest: file).lock).exitCode == 0)

    #expect(try await client.version().description == version)
    let information = try await client.information(manifest: file)
    #expect(information.project?.name == "gpu-workflow")
    #expect(information.driverCUDA == "12.4")
    #expect(information.environments.map(\.name).sorted() == ["default", "gpu"])
    let gpu = try #require(information.environment("gpu"))
    #expect(gpu.cuda == "12")
    #expect(gpu.tasks == ["train"])
    #expect(gpu.prefix?.hasSuffix("/w/.pixi/envs/gpu") == true)
    let packages = try await client.packages(manifest: file, environment: "gpu")
    #expect(packages.map(\.name) == ["python"])
    #expect(packages.map(\.isExplicit) == [true])
    #expect(packages.map(\.version) == ["3.12"])
    let tasks = try await client.tasks(manifest: file)
    #expect(tasks.first { $0.environment == "gpu" }?.tasks.map(\.name) == ["train"])
    #expect(
      try await double.run(
        PixiArguments(manifest: file).install("gpu", lock: .locked)
      ).exitCode == 0)
    let hook = try await client.shellHook(manifest: file, environment: "gpu")
    #expect(hook.variables["CONDA_PREFIX"] == gpu.prefix)
  }

  @Test(arguments: ["0.44.0", "0.49.0", "0.77.0"])
  func tasksAreToldAlikeByEveryRelease(version: String) async throws {
    let directory = try TemporaryDirectory()
    let file = try directory.write(
      Self.manifest + """

        [tasks.fit]
        cmd = ["python", "fit.py"]
        description = "Fits a curve."
        depends-on = ["prepare"]
        args = [{ arg = "epochs", default = "3", choices = ["3", "5"] }, "out"]
        [tasks.prepare]
        cmd = "true"
        """, to: "w/pixi.toml"
    ).path
    let client = client(try PixiDouble(in: directory, version: version))
    let tasks = try await client.tasks(manifest: file)
    let fit = try #require(tasks[0].tasks.first { $0.name == "fit" })
    #expect(fit.command == "python fit.py")
    #expect(fit.summary == "Fits a curve.")
    #expect(fit.dependsOn == ["prepare"])
    #expect(fit.arguments.map(\.name) == (version == "0.44.0" ? [] : ["epochs", "out"]))
    if version == "0.77.0" {
      #expect(fit.arguments.map(\.defaultValue) == ["3", nil])
      #expect(fit.arguments[0].choices == ["3", "5"])
    }
  }

  @Test(arguments: ["0.49.0", "0.77.0"])
  func aStaleLockIsReadAsItIs(version: String) async throws {
    let directory = try TemporaryDirectory()
    let file = try directory.write(Self.manifest, to: "w/pixi.toml").path
    let double = try PixiDouble(in: directory, version: version)
    let client = client(double)
    _ = try await double.run(PixiArguments(manifest: file).lock)
    let fresh = try await client.packages(manifest: file, environment: "gpu")
    let changed = Self.manifest.replacing("[dependencies]", with: "[dependencies]\nnumpy = \"2.1\"")
    try directory.write(changed, to: "w/pixi.toml")
    let stale = try await client.packages(
      manifest: file, environment: "gpu", lock: .frozen)
    #expect(stale == fresh)
    #expect(try double.calls().allSatisfy { $0.command != "install" })
  }

  @Test(arguments: ["0.49.0", "0.77.0"])
  func anEmptyEnvironmentHasNoPackagesInAnyRelease(version: String) async throws {
    let directory = try TemporaryDirectory()
    let manifest = Self.manifest.replacing("python = \"3.12.*\"", with: "")
    let file = try directory.write(manifest, to: "w/pixi.toml").path
    let double = try PixiDouble(in: directory, version: version)
    _ = try await double.run(PixiArguments(manifest: file).lock)
    #expect(try await client(double).packages(manifest: file, environment: "gpu").isEmpty)
  }

  @Test func aPyprojectIsAManifestToo() async throws {
    let directory = try TemporaryDirectory()
    try directory.write(
      """
      [project]
      name = "galaxies"
      [tool.pixi.project]
      channels = ["conda-forge"]
      platforms = ["linux-64"]
      [tool.pixi.feature.gpu.dependencies]
      python = "*"
      [tool.pixi.environments]
      gpu = ["gpu"]
      """, to: "w/pyproject.toml")
    let place = PixiManifest.place(in: directory.path + "w")
    #expect(place == directory.path + "w/pyproject.toml")
    let manifest = try PixiManifest(file: place)
    #expect(manifest.name == "galaxies")
    #expect(manifest.newestGate == nil)
    let client = client(try PixiDouble(in: directory, version: "0.40.0"))
    let information = try await client.information(manifest: place)
    #expect(information.environments.map(\.name).sorted() == ["default", "gpu"])
  }

  @Test func childrenForgetTheShellTheConsoleWasStartedIn() async throws {
    let directory = try TemporaryDirectory()
    let double = try PixiDouble(in: directory)
    let file = try directory.write(Self.manifest, to: "w/pixi.toml").path
    _ = try await client(double, environment: ["PIXI_IN_SHELL": "1", "FORCE_COLOR": "1"])
      .information(manifest: file)

    let call = try #require(try double.calls().last)
    #expect(call.arguments == ["info", "--manifest-path", file, "--json"])
    #expect(call.environment["PIXI_IN_SHELL"] == nil)
    #expect(call.environment["FORCE_COLOR"] == nil)
    #expect(call.environment["NO_COLOR"] == "1")
    #expect(call.environment["PIXI_NO_WRAP"] == "1")
  }

  @Test func aStaleLockIsToldWithPixisOwnWords() async throws {
    let directory = try TemporaryDirectory()
    let file = try directory.write(Self.manifest, to: "w/pixi.toml").path
    let client = client(try PixiDouble(in: directory, failure: .stale))
    let failure = await #expect(throws: PixiFailure.self) {
      try await client.packages(manifest: file, environment: "gpu")
    }
    #expect(failure?.exitCode == 1)
    #expect(failure?.problem?.kind == .staleLock)
    #expect(failure?.text == "Error:   × lock file not up-to-date with the workspace")
  }

  @Test func somethingElseNamedPixiIsNotBelieved() async throws {
    let client = PixiClient(executable: "/bin/echo", environment: [:])
    let failure = await #expect(throws: PixiFailure.self) { try await client.version() }
    #expect(failure?.text.contains("where a version was expected") == true)
    #expect(failure?.exitCode == 0)
  }

  @Test func aPixiThatHangsIsGivenUpInWords() async throws {
    let directory = try TemporaryDirectory()
    let file = try directory.write(Self.manifest, to: "w/pixi.toml").path
    let client = client(try PixiDouble(in: directory, hang: "info"), timeout: .seconds(2))
    let failure = await #expect(throws: PixiFailure.self) {
      try await client.information(manifest: file)
    }
    #expect(failure?.exitCode == nil)
    #expect(failure?.description.contains("did not end within 2 seconds") == true)
  }

  @Test func aMissingExecutableIsAFailureWithItsName() async throws {
    let client = PixiClient(executable: "/nowhere/pixi", environment: [:])
    let failure = await #expect(throws: PixiFailure.self) { try await client.version() }
    #expect(failure?.description.contains("/nowhere/pixi") == true)
    #expect(failure?.exitCode == nil)
  }
}
