import PixiWorkspace
import SessionEngine
import TestSupport
import Testing
import WorkshopModel

/// What a participant is told while the manifest is still on its way.
@Suite struct UnfinishedManifestTests {
  private static let begun = """
    [workspace]
    name = "begun"
    channels = ["conda-forge"]
    platforms = ["linux-64"]
    [feature.cpu.dependencies]
    numpy = "*"
    [environments]
    cpu = ["cpu"]

    """

  /// A room whose exercise has hints, as the shipped ones have.
  private func room(_ manifest: String) throws -> (PixiRoom, Exercise) {
    let room = try PixiRoom(manifest: manifest)
    var exercise = room.fixture.exercise
    exercise.hints = [Hint(text: "Look at the table of environments.")]
    return (room, exercise)
  }

  @Test(arguments: ["0.49.0", "0.77.0"])
  func anEnvironmentThatIsNotDeclaredYetIsToldEverywhere(version: String) async throws {
    let (room, exercise) = try room(Self.begun)
    let double = try room.double(version)
    let provider = room.provider(double)
    let folder = room.fixture.folder
    let statuses = await provider.environments(of: exercise, in: folder)
    #expect(statuses.map(\.state).first == .notInstalled)
    let missing = Diagnosis(
      says: "pixi.toml does not declare the environment `gpu` yet.",
      remedy: "Add it, as the exercise's page shows; `atelier hint exercise-3` gives a hint.")
    #expect(statuses[1].state == .unavailable(missing))
    await #expect(throws: missing) {
      try await provider.installPlan(for: "gpu", of: exercise, in: folder, size: room.size)
    }
    let workload = try #require(exercise.workload(in: "gpu"))
    await #expect(throws: missing) {
      try await provider.launch(workload, of: exercise, in: folder, size: room.size)
    }
    await #expect(throws: missing) {
      try await provider.taskLaunch(
        "train", arguments: [], environment: "gpu", of: exercise, in: folder, size: room.size)
    }
    await #expect(throws: missing) {
      try await provider.shell(in: "gpu", of: exercise, folder: folder, size: room.size)
    }
    #expect(try double.calls().allSatisfy { ["--version", "info"].contains($0.command) })
  }

  @Test func aTaskThatIsNotDeclaredYetIsToldBeforeItRuns() async throws {
    let (room, exercise) = try room(Self.begun)
    let double = try room.double()
    let provider = room.provider(double)
    #expect(try await room.install("cpu", double)?.exitCode == 0)
    let status = await provider.environments(of: exercise, in: room.fixture.folder)[0]
    #expect(status.state == .installed)
    #expect(status.note == "it has no task `train` yet")
    let workload = try #require(exercise.workload(in: "cpu"))
    await #expect(
      throws: Diagnosis(
        says: "pixi.toml declares no task `train` for the environment `cpu` yet.",
        remedy: "Add it, as the exercise's page shows; `atelier hint exercise-3` gives a hint.")
    ) {
      try await provider.launch(
        workload, of: exercise, in: room.fixture.folder, size: room.size)
    }
  }

  @Test(arguments: [
    (
      "environments = 3\n" + begun.replacing("[environments]\n", with: "[environment]\n"),
      "pixi.toml:1:1: `environments` must be a table of environments.",
      "Mend that line, and save the file."
    ),
    (
      "[workspace]\nname = \"w\nplatforms = []\n", "pixi.toml:2:10: ",
      "Mend that line, and save the file."
    ),
    (
      begun + "gpu = [\"gpu\"]\n",
      "pixi.toml:9:1: the environment `gpu` names the feature `gpu`, which is not declared.",
      "Declare it, such as with [feature.gpu.dependencies], or take its name out."
    ),
    (
      "", "pixi.toml: there is no table [workspace].",
      "Write it as the exercise's page shows; `atelier hint exercise-3` gives a hint."
    ),
  ])
  func aManifestThatPixiRefusesIsToldWithItsPlace(
    manifest: String, says: String, remedy: String
  ) async throws {
    let (room, exercise) = try room(manifest)
    let provider = room.provider(try room.double())
    for status in await provider.environments(of: exercise, in: room.fixture.folder) {
      guard case .unavailable(let diagnosis) = status.state else {
        Issue.record("\(status)")
        continue
      }
      #expect(diagnosis.says.hasPrefix(says), "\(diagnosis)")
      #expect(diagnosis.remedy == remedy)
      // pixi's own words stand beside ours.
      #expect(diagnosis.details?.contains("Error") == true)
    }
  }
}
