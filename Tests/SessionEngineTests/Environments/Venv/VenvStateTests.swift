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
    marker: String? = Self.marker, link: String? = nil, lock: String? = nil
  ) async throws -> EnvironmentStatus.State {
    let fixture = try ExerciseFixture(requirements: requirements)
    let prefix = "workspace/.atelier/venvs/cpu"
    try fixture.directory.write("", to: prefix + "/pyvenv.cfg")
    if let python {
      let file = try fixture.directory.write(python, to: prefix + "/bin/python")
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
    }
    if let link {
      let programs = fixture.directory.url.appending(path: prefix + "/bin").path
      try FileManager.default.createDirectory(
        atPath: programs, withIntermediateDirectories: true)
      try FileManager.default.createSymbolicLink(
        atPath: programs + "/python", withDestinationPath: link)
      if !link.hasPrefix("/") {
        let file = try fixture.directory.write("#!/bin/sh\n", to: prefix + "/bin/" + link)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
      }
    }
    if let lock {
      try fixture.directory.write(
        lock, to: "workspace/.atelier/locks/cpu/requirements.lock.txt")
      try fixture.directory.write(
        "", to: prefix + "/lib/python3.11/site-packages/numpy-2.1.0.dist-info/METADATA")
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
    #expect(try await state(python: nil) == .broken("its own bin/python is gone"))
  }

  @Test func withoutThePythonItWasMadeWith() async throws {
    #expect(
      try await state(python: nil, link: "/nowhere/python3.11")
        == .broken("the Python it was made with, /nowhere/python3.11, is gone"))
  }

  @Test func withAnotherPythonSinceAnUpgrade() async throws {
    #expect(
      try await state(python: nil, link: "python3.99")
        == .broken("the Python 3.11.2 it was made with is now 3.99"))
  }

  @Test func movedFromWhereItWasMade() async throws {
    let marker = Self.marker.replacing("}", with: #","prefix":"/elsewhere/cpu"}"#)
    #expect(
      try await state(marker: marker)
        == .broken("it was made in /elsewhere/cpu and cannot be moved"))
  }

  @Test func withoutAPackageOfItsLock() async throws {
    let lock = "numpy==2.1.0 --hash=sha256:00\nTorch_Metrics==1.0 --hash=sha256:00\n"
    #expect(
      try await state(lock: lock) == .broken("packages are gone from it: Torch_Metrics"))
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
