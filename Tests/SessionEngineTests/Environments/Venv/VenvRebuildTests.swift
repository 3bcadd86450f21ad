import Foundation
import PixiWorkspace
import SessionEngine
import TerminalCore
import TestSupport
import Testing

/// An environment that broke is made anew from its lock, by the machine's Python.
@Suite struct VenvRebuildTests {
  private let size = Size(columns: 80, rows: 24)
  private let fixture: ExerciseFixture
  private var root: String { fixture.directory.url.path + "/workspace/.atelier" }
  private var prefix: String { root + "/venvs/cpu" }
  private var lock: String { root + "/locks/cpu/requirements.lock.txt" }

  init() throws {
    fixture = try ExerciseFixture(requirements: ["galaxy"], probeModule: "galaxy")
  }

  private func provider(_ more: [String: String] = [:]) -> VenvProvider {
    let variables = [
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
      "HOME": "/nowhere", "ATELIER_INSTALLER": "pip", "PIP_NO_INDEX": "1",
      "PIP_FIND_LINKS": fixture.directory.url.path + "/wheels",
    ]
    return VenvProvider(environment: variables.merging(more) { $1 }) { false }
  }

  /// Runs the planned steps until one fails; gives the plan and the last result.
  private func install(
    _ provider: VenvProvider, _ fixture: ExerciseFixture
  ) async throws -> (plan: InstallPlan, result: CommandResult?) {
    let plan = try await provider.installPlan(
      for: "cpu", of: fixture.exercise, in: fixture.folder, size: size)
    var result: CommandResult?
    for step in plan.steps {
      result = try await step.process.run()
      if result?.exitCode != 0 { return (plan, result) }
    }
    try await provider.installed("cpu", of: fixture.exercise, in: fixture.folder)
    return (plan, result)
  }

  private func state(_ provider: VenvProvider) async -> EnvironmentStatus.State {
    await provider.environments(of: fixture.exercise, in: fixture.folder)[0].state
  }

  @Test func theLockIsKeptAndRequiredAndOwnFilesStay() async throws {
    _ = try GalaxyWheel(in: fixture.directory)
    let provider = provider()
    let first = try await install(provider, fixture)
    #expect(first.result?.exitCode == 0)
    let text = try String(contentsOfFile: lock, encoding: .utf8)
    #expect(text.firstMatch(of: /galaxy==1\.0 \\\n    --hash=sha256:[0-9a-f]{64}/) != nil)
    #expect(text.contains("# requirement: galaxy"))
    let status = await provider.environments(of: fixture.exercise, in: fixture.folder)[0]
    #expect(status.lock?.packages == 1)
    #expect(status.lock?.isMatched == true)

    try fixture.directory.write("mine", to: "workspace/.atelier/venvs/cpu/notes.txt")
    try FileManager.default.removeItem(atPath: prefix + "/bin/python")
    #expect(await state(provider) == .broken("its own bin/python is gone"))
    let second = try await install(provider, fixture)
    #expect(second.result?.exitCode == 0)
    #expect(second.plan.steps.count == 4)
    #expect(second.plan.steps[2].process.arguments.contains("--clear"))
    #expect(
      second.plan.steps[3].process.arguments.suffix(4)
        == ["--require-hashes", "--no-deps", "--requirement", lock])
    #expect(await state(provider) == .installed)
    #expect(try String(contentsOfFile: lock, encoding: .utf8) == text)
    #expect(
      try String(contentsOfFile: root + "/kept/cpu/notes.txt", encoding: .utf8) == "mine")
  }

  @Test func anotherContentUnderTheSameVersionIsRefusedInWords() async throws {
    _ = try GalaxyWheel(in: fixture.directory)
    let provider = provider()
    _ = try await install(provider, fixture)
    try FileManager.default.removeItem(atPath: prefix + "/.atelier-environment.json")
    _ = try GalaxyWheel(in: fixture.directory, shape: "elliptical")
    let (_, result) = try await install(provider, fixture)
    let output = try #require(result)
    #expect(output.exitCode != 0)
    let diagnosis = provider.diagnose(
      output: output.standardOutput + output.standardError, exitCode: output.exitCode)
    #expect(diagnosis?.says == "A download does not have the content it should have.")
    #expect(diagnosis?.remedy.contains(".atelier/locks") == true)
  }

  @Test(.enabled("PyPI does not answer: six and numpy cannot be installed.", PyPI.answers))
  func packagesOfPyPIAreLockedToHashesAndComeBackTheSame() async throws {
    let fixture = try ExerciseFixture(requirements: ["six", "numpy"], probeModule: "numpy")
    let variables = ProcessInfo.processInfo.environment.merging(["ATELIER_INSTALLER": "pip"]) {
      $1
    }
    let provider = VenvProvider(environment: variables) { false }
    #expect(try await install(provider, fixture).result?.exitCode == 0)
    let before = await provider.packages(of: "cpu", of: fixture.exercise, in: fixture.folder)
    let prefix = fixture.directory.url.path + "/workspace/.atelier/venvs/cpu"
    let packages = try FileManager.default.contentsOfDirectory(atPath: prefix + "/lib")[0]
    let six = prefix + "/lib/" + packages + "/site-packages/"
    for name in try FileManager.default.contentsOfDirectory(atPath: six) where name.hasPrefix("six")
    {
      try FileManager.default.removeItem(atPath: six + name)
    }
    #expect(
      await provider.environments(of: fixture.exercise, in: fixture.folder)[0].state
        == .broken("packages are gone from it: six"))
    let again = try await install(provider, fixture)
    #expect(again.result?.exitCode == 0)
    #expect(again.plan.steps.last?.process.arguments.contains("--require-hashes") == true)
    #expect(
      await provider.packages(of: "cpu", of: fixture.exercise, in: fixture.folder) == before)
  }
}
