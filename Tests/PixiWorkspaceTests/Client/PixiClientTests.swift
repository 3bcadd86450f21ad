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

  @Test(arguments: ["0.49.0", "0.62.1", "0.77.0"])
  func readsAWorkspaceOfEachRelease(version: String) async throws {
    let directory = try TemporaryDirectory()
    let file = try directory.write(Self.manifest, to: "w/pixi.toml").path
    let client = client(try PixiDouble(in: directory, version: version, cuda: "12.4"))

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
    let tasks = try await client.tasks(manifest: file)
    #expect(tasks.first { $0.environment == "gpu" }?.tasks.map(\.name) == ["train"])
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

  @Test func aMissingExecutableIsAFailureWithItsName() async throws {
    let client = PixiClient(executable: "/nowhere/pixi", environment: [:])
    let failure = await #expect(throws: PixiFailure.self) { try await client.version() }
    #expect(failure?.description.contains("/nowhere/pixi") == true)
    #expect(failure?.exitCode == nil)
  }
}
