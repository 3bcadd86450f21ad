import SessionEngine
import TerminalCore
import TestSupport
import Testing

/// The exact commands, with a Python and a uv that only tell who they are.
@Suite struct VenvPlanTests {
  private let fixture: ExerciseFixture
  private let size = Size(columns: 80, rows: 24)
  private var prefix: String { fixture.directory.url.path + "/workspace/.atelier/venvs/gpu" }

  init() throws {
    fixture = try ExerciseFixture(
      requirements: ["torch==2.13.0", "numpy"], gpuRequirements: ["torch", "numpy"],
      extraIndex: "https://download.pytorch.org/whl/cpu", probeModule: "torch")
    try fixture.program(
      "python3",
      """
      echo '{"executable": "/usr/bin/python3", "version": "3.11.2", "hasVenv": true,
      "hasEnsurepip": true}'
      """)
  }

  private func plan(
    _ environment: [String: String] = [:], hasGPU: Bool = false
  ) async throws -> InstallPlan {
    let provider = VenvProvider(
      environment: ["PATH": fixture.programs].merging(environment) { $1 }, hasGPU: { hasGPU })
    return try await provider.installPlan(
      for: "gpu", of: fixture.exercise, in: fixture.folder, size: size)
  }

  @Test func withoutAGPUTheCPUBuildComesFromTheExtraIndex() async throws {
    let steps = try await plan().steps
    #expect(
      steps.map(\.title) == [
        "Make a virtual environment with Python 3.11.2",
        "Download and install torch==2.13.0, numpy",
      ])
    #expect(steps[0].process.executable == "/usr/bin/python3")
    #expect(steps[0].process.arguments == ["-m", "venv", prefix])
    #expect(steps[1].process.executable == prefix + "/bin/python")
    #expect(
      steps[1].process.arguments == [
        "-m", "pip", "install", "--progress-bar", "on", "--no-input", "--retries", "1",
        "--timeout", "15", "--extra-index-url", "https://download.pytorch.org/whl/cpu",
        "torch==2.13.0", "numpy",
      ])
    #expect(steps[1].process.environment["PIP_DISABLE_PIP_VERSION_CHECK"] == "1")
  }

  @Test func withAGPUTheNewestBuildComesFromPyPI() async throws {
    let arguments = try await plan(hasGPU: true).steps[1].process.arguments
    #expect(
      arguments == [
        "-m", "pip", "install", "--progress-bar", "on", "--no-input", "torch", "numpy",
      ])
  }

  @Test func theUsersOwnPatienceIsKept() async throws {
    let arguments = try await plan(["PIP_RETRIES": "9", "PIP_DEFAULT_TIMEOUT": "180"])
      .steps[1].process.arguments
    #expect(!arguments.contains("--retries"))
    #expect(!arguments.contains("--timeout"))
  }

  @Test func uvTakesTheExtraIndexLikePip() async throws {
    let uv = try fixture.program("uv", "exit 0")
    let steps = try await plan().steps
    #expect(steps[0].process.executable == uv)
    #expect(
      steps[0].process.arguments == ["venv", "--python", "/usr/bin/python3", "--seed", prefix])
    #expect(steps[1].process.executable == uv)
    #expect(
      steps[1].process.arguments == [
        "pip", "install", "--python", prefix + "/bin/python", "--index-strategy",
        "unsafe-best-match", "--extra-index-url", "https://download.pytorch.org/whl/cpu",
        "torch==2.13.0", "numpy",
      ])
  }

  @Test func uvIsGivenPipsLinksInPlaceOfTheExtraIndex() async throws {
    try fixture.program("uv", "exit 0")
    let install = try await plan([
      "PIP_FIND_LINKS": "/wheels https://example.org/links",
      "PIP_INDEX_URL": "https://example.org/simple", "PIP_CERT": "/etc/certificates.pem",
    ]).steps[1].process
    #expect(
      install.arguments == [
        "pip", "install", "--python", prefix + "/bin/python", "torch==2.13.0", "numpy",
      ])
    #expect(install.environment["UV_FIND_LINKS"] == "/wheels,https://example.org/links")
    #expect(install.environment["UV_DEFAULT_INDEX"] == "https://example.org/simple")
    #expect(install.environment["SSL_CERT_FILE"] == "/etc/certificates.pem")
  }

  @Test func uvsOwnSettingsWinAndPipCanBeChosen() async throws {
    try fixture.program("uv", "exit 0")
    let own = try await plan(["PIP_FIND_LINKS": "/wheels", "UV_FIND_LINKS": "/mine"]).steps
    #expect(own[1].process.environment["UV_FIND_LINKS"] == "/mine")
    let pip = try await plan(["ATELIER_INSTALLER": "pip"]).steps
    #expect(pip[0].process.executable == "/usr/bin/python3")
  }

  @Test func theEnvironmentTheConsoleWasStartedInIsForgotten() async throws {
    let steps = try await plan([
      "PIXI_PROJECT_ROOT": "/w", "CONDA_PREFIX": "/c", "PYTHONPATH": "/p", "PYTHONHOME": "/h",
      "VIRTUAL_ENV": "/v", "HOME": "/home/u", "PIP_FIND_LINKS": "/wheels",
    ]).steps
    #expect(
      steps[1].process.environment == [
        "PATH": fixture.programs, "HOME": "/home/u", "PIP_FIND_LINKS": "/wheels",
        "PIP_NO_INPUT": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1",
      ])
  }

  @Test func aRequirementThatIsAnOptionIsRefused() async throws {
    let wrong = try ExerciseFixture(requirements: ["--index-url=https://example.org"])
    let provider = VenvProvider(environment: ["PATH": fixture.programs]) { false }
    let diagnosis = await #expect(throws: Diagnosis.self) {
      try await provider.installPlan(
        for: "gpu", of: wrong.exercise, in: wrong.folder, size: size)
    }
    #expect(diagnosis?.says.contains("is not a package") == true)
    let statuses = await provider.environments(of: wrong.exercise, in: wrong.folder)
    #expect(diagnosis.map { statuses[1].state == .unavailable($0) } == true)
  }

  @Test func everyEnvironmentSaysWhatItStandsInFor() async throws {
    func notes(hasGPU: Bool) async -> [String?] {
      await VenvProvider(environment: ["PATH": fixture.programs]) { hasGPU }
        .environments(of: fixture.exercise, in: fixture.folder).map(\.note)
    }
    #expect(
      await notes(hasGPU: false) == [
        "PyTorch from PyPI in place of conda-forge",
        "CPU build of PyTorch in place of CUDA 12",
        "CPU build of PyTorch in place of CUDA 11.8",
      ])
    #expect(
      await notes(hasGPU: true)[1]
        == "PyTorch from PyPI with CUDA libraries of its own, in place of CUDA 12")
    let description = await VenvProvider(environment: ["PATH": fixture.programs]) { false }
      .describe()
    #expect(description.version == "3.11.2")
    #expect(description.notes.first?.contains("not the CUDA 12 and CUDA 11.8 builds") == true)
  }

  @Test func missingPythonMakesAllUnavailable() async throws {
    let statuses = await VenvProvider(environment: ["PATH": "/nowhere"]) { false }
      .environments(of: fixture.exercise, in: fixture.folder)
    for status in statuses {
      guard case .unavailable(let diagnosis) = status.state else {
        Issue.record("\(status)")
        continue
      }
      #expect(diagnosis.remedy.contains("apt install python3 python3-venv"))
    }
  }
}
