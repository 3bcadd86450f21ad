import Foundation
import SessionEngine
import TerminalCore
import TestSupport
import Testing

/// The states of an environment's folder, each made by hand.
@Suite struct VenvStateTests {
  private static let marker = """
    {"requirements":["torch","numpy"],"python":"3.11.2","installed":"2026-01-01T00:00:00Z"}
    """

  private func state(
    requirements: [String] = ["torch", "numpy"], python: String? = "#!/bin/sh\n",
    marker: String? = Self.marker
  ) async throws -> EnvironmentStatus.State {
    let fixture = try ExerciseFixture(requirements: requirements)
    let prefix = "workspace/.atelier/venvs/cpu"
    try fixture.directory.write("", to: prefix + "/pyvenv.cfg")
    if let python {
      let file = try fixture.directory.write(python, to: prefix + "/bin/python")
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
    }
    if let marker {
      try fixture.directory.write(marker, to: prefix + "/.atelier-environment.json")
    }
    try fixture.program(
      "python3",
      """
      echo '{"executable": "/p", "version": "3.11.2", "hasVenv": true, "hasEnsurepip": true}'
      """)
    let provider = VenvProvider(environment: ["PATH": fixture.programs]) { false }
    let state = await provider.environments(of: fixture.exercise, in: fixture.folder)[0].state
    let workload = try #require(fixture.exercise.workload(in: "cpu"))
    let size = Size(columns: 80, rows: 24)
    if state == .installed {
      _ = try await provider.launch(
        workload, of: fixture.exercise, in: fixture.folder, size: size)
    } else {
      await #expect(throws: Diagnosis.self) {
        try await provider.launch(workload, of: fixture.exercise, in: fixture.folder, size: size)
      }
      let plan = try await provider.installPlan(
        for: "cpu", of: fixture.exercise, in: fixture.folder, size: size)
      #expect(plan.steps[0].process.arguments.contains("--clear"))
    }
    return state
  }

  @Test func whole() async throws {
    #expect(try await state() == .installed)
  }

  @Test func servesAnExerciseThatAsksForLess() async throws {
    #expect(try await state(requirements: ["numpy"]) == .installed)
  }

  @Test func doesNotServeOneThatAsksForMore() async throws {
    #expect(
      try await state(requirements: ["torch", "numpy", "torchmetrics"])
        == .broken("the exercise now asks for other packages"))
  }

  @Test func withoutItsPython() async throws {
    #expect(try await state(python: nil) == .broken("the Python it was made with is gone"))
  }

  @Test func withoutItsRecord() async throws {
    #expect(try await state(marker: nil) == .broken("its installation was not finished"))
  }

  @Test func withARecordCutShort() async throws {
    #expect(
      try await state(marker: #"{"requirements":["tor"#)
        == .broken("its record .atelier-environment.json cannot be read"))
  }
}
