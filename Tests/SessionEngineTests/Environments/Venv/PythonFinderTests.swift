import SessionEngine
import TestSupport
import Testing

@Suite struct PythonFinderTests {
  private func answer(_ version: String, venv: Bool = true, ensurepip: Bool = true) -> String {
    """
    echo '{"executable": "/usr/bin/python3", "version": "\(version)", "hasVenv": \(venv), \
    "hasEnsurepip": \(ensurepip)}'
    """
  }

  private func finder(_ fixture: ExerciseFixture, _ more: [String: String] = [:]) -> PythonFinder {
    PythonFinder(environment: ["PATH": fixture.programs].merging(more) { $1 })
  }

  @Test func takesTheFirstThatIsRecentAndWhole() async throws {
    let fixture = try ExerciseFixture()
    try fixture.program("python3", answer("3.9.18"))
    try fixture.program("python3.13", "exit 1")
    try fixture.program("python3.12", answer("3.12.1"))
    try fixture.program("python3.11", answer("3.11.2"))
    #expect(try await finder(fixture).interpreter().version == "3.12.1")
  }

  @Test func debianWithoutPython3VenvIsToldWhatToInstall() async throws {
    let fixture = try ExerciseFixture()
    try fixture.program("python3", answer("3.11.2", ensurepip: false))
    let diagnosis = await #expect(throws: Diagnosis.self) {
      try await finder(fixture).interpreter()
    }
    #expect(diagnosis?.says.contains("its module `ensurepip` is missing") == true)
    #expect(diagnosis?.remedy.contains("sudo apt install python3.11-venv") == true)
    #expect(diagnosis?.remedy.contains("sudo apt install python3-venv") == true)
    let enoughForUV = try await finder(fixture).interpreter(needsEnsurepip: false)
    #expect(enoughForUV.version == "3.11.2")
  }

  @Test func whatIsInstalledMeanwhileIsFound() async throws {
    let fixture = try ExerciseFixture()
    let finder = finder(fixture)
    await #expect(throws: Diagnosis.self) { try await finder.interpreter() }
    try fixture.program("python3", answer("3.11.2"))
    #expect(try await finder.interpreter().version == "3.11.2")
  }

  @Test func missingOrTooOldPythonIsToldApart() async throws {
    let fixture = try ExerciseFixture()
    let missing = await #expect(throws: Diagnosis.self) {
      try await finder(fixture).interpreter()
    }
    #expect(missing?.says == "No Python 3.10 or later is on PATH.")
    try fixture.program("python3", answer("3.9.2"))
    let old = await #expect(throws: Diagnosis.self) { try await finder(fixture).interpreter() }
    #expect(
      old?.says == "No Python 3.10 or later is on PATH: /usr/bin/python3 is Python 3.9.2.")
  }

  @Test func theVariableIsTheOnlyPlaceLookedAt() async throws {
    let fixture = try ExerciseFixture()
    try fixture.program("python3", answer("3.11.2"))
    let chosen = try fixture.program("chosen", answer("3.13.0"))
    let found = try await finder(fixture, ["ATELIER_PYTHON": chosen]).interpreter()
    #expect(found.version == "3.13.0")
    let diagnosis = await #expect(throws: Diagnosis.self) {
      try await finder(fixture, ["ATELIER_PYTHON": "/nowhere/python"]).interpreter()
    }
    #expect(diagnosis?.says.contains("ATELIER_PYTHON is `/nowhere/python`") == true)
  }
}
