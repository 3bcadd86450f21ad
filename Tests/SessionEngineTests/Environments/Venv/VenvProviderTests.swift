import Foundation
import PixiWorkspace
import ProcessRunner
import SessionEngine
import TerminalCore
import TestSupport
import Testing

/// One environment, really made by the machine's Python; nothing is downloaded.
@Suite struct VenvProviderTests {
  private let size = Size(columns: 80, rows: 24)
  private let variables = [
    "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
    "HOME": "/nowhere", "SHELL": "/bin/bash", "ATELIER_INSTALLER": "pip",
    "CONDA_PREFIX": "/conda",
  ]

  private func provider(_ more: [String: String] = [:]) -> VenvProvider {
    VenvProvider(environment: variables.merging(more) { $1 }) { false }
  }

  private func install(_ name: String, _ fixture: ExerciseFixture) async throws {
    let plan = try await provider().installPlan(
      for: name, of: fixture.exercise, in: fixture.folder, size: size)
    for step in plan.steps {
      let result = try await step.process.run()
      try #require(result.exitCode == 0, "\(result.standardError)")
    }
  }

  private func state(_ fixture: ExerciseFixture) async -> EnvironmentStatus.State {
    await provider().environments(of: fixture.exercise, in: fixture.folder)[0].state
  }

  @Test func anEnvironmentFromNothingToARunAndAShell() async throws {
    let empty = try ExerciseFixture()
    let wheel = try GalaxyWheel(in: empty.directory).folder + "/galaxy-1.0-py3-none-any.whl"
    let fixture = try ExerciseFixture(requirements: [wheel], probeModule: "galaxy")
    #expect(await state(fixture) == .notInstalled)

    try await install("cpu", fixture)
    #expect(await state(fixture) == .broken("its installation was not finished"))
    try await provider().installed("cpu", of: fixture.exercise, in: fixture.folder)
    #expect(await state(fixture) == .installed)
    let prefix = fixture.directory.url.path + "/workspace/.atelier/venvs/cpu"
    let lock = try String(
      contentsOfFile: fixture.directory.url.path
        + "/workspace/.atelier/locks/cpu/requirements.lock.txt", encoding: .utf8)
    #expect(lock.contains("galaxy @ file://"))
    #expect(lock.contains("--hash=sha256:"))
    #expect(
      await provider().packages(of: "cpu", of: fixture.exercise, in: fixture.folder)
        .contains(StoredPackage(name: "galaxy", version: "1.0", build: nil, kind: "pypi")))
    let plan = try await provider().installPlan(
      for: "cpu", of: fixture.exercise, in: fixture.folder, size: size)
    #expect(plan.steps.isEmpty)

    try fixture.directory.write(
      """
      import galaxy, os, sys
      print(galaxy.shape, sys.argv[1:], os.environ["VIRTUAL_ENV"])
      """, to: "workspace/exercise-3/train.py")
    let workload = try #require(fixture.exercise.workload(in: "cpu"))
    let launch = try await provider().launch(
      workload, of: fixture.exercise, in: fixture.folder, size: size)
    #expect(launch.executable == prefix + "/bin/python")
    #expect(launch.arguments == ["train.py", "--device", "cpu"])
    #expect(launch.environment["PYTHONUNBUFFERED"] == "1")
    #expect(launch.environment["XLA_PYTHON_CLIENT_PREALLOCATE"] == "false")
    #expect(launch.environment["CONDA_PREFIX"] == nil)
    #expect(launch.environment["PATH"]?.hasPrefix(prefix + "/bin:") == true)
    #expect(try await launch.run().standardOutput == "spiral ['--device', 'cpu'] \(prefix)\n")

    let shell = try await provider().shell(
      in: "cpu", of: fixture.exercise, folder: fixture.folder, size: size)
    #expect(shell.executable == "/bin/bash")
    var asking = shell
    asking.arguments += ["-c", "echo; command -v python; echo \"$PS1\""]
    let answer = try await asking.run().standardOutput
    #expect(answer.contains("(cpu) "))
    #expect(answer.contains(prefix + "/bin/python"))
  }

  @Test func aPackageThatDoesNotImportIsNotInstalled() async throws {
    let fixture = try ExerciseFixture(probeModule: "module_that_is_not_there")
    try await install("cpu", fixture)
    let diagnosis = await #expect(throws: Diagnosis.self) {
      try await provider().installed("cpu", of: fixture.exercise, in: fixture.folder)
    }
    #expect(diagnosis?.says.contains("module_that_is_not_there") == true)
    #expect(await state(fixture) == .broken("its installation was not finished"))
    let again = try await provider().installPlan(
      for: "cpu", of: fixture.exercise, in: fixture.folder, size: size)
    #expect(again.steps[0].process.arguments.starts(with: ["-m", "venv", "--clear"]))
  }
}
