import Foundation
import GRDB
import PixiWorkspace
import ProcessRunner
import TestSupport
import WorkshopModel

@testable import SessionEngine

/// The workshop of the loop's tests, with a workspace of its own.
struct LoopFixture {
  static let now = Date(timeIntervalSince1970: 1_772_640_129)

  let directory: TemporaryDirectory
  let workshop: Workshop

  init() throws {
    directory = try TemporaryDirectory("atelier-loop")
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Fixtures/loop-workshop")
    workshop = try WorkshopLoader().load(from: folder)
  }

  var workspace: String { String(directory.path.dropLast()) + "/workspace" }
  func folder(_ exercise: String) -> String { workspace + "/" + exercise }
  var exercise: Exercise { workshop.exercises.first { $0.id == "begin" } ?? workshop.exercises[0] }

  /// - Parameter kind: Pixi of the double is 1.2.3, newer than every change of spelling.
  func engine(
    kind: ProviderKind = .venv, memory: WorkshopMemory = .keepingNothing()
  ) -> Engine {
    Engine(
      configuration: EngineConfiguration(
        workshop: workshop, workspace: URL(filePath: workspace, directoryHint: .isDirectory),
        provider: ScriptedProvider([:], kind: kind),
        supervisor: SupervisorLauncher(executablePath: "/bin/false"),
        memory: memory, now: { Self.now }))
  }

  func memory(role: WorkshopMemory.Role = .subcommand) async -> WorkshopMemory {
    await WorkshopMemory.open(workspace: URL(filePath: workspace), role: role)
  }

  func write(_ text: String, to path: String) throws {
    try directory.write(text, to: "workspace/" + path)
  }

  func text(_ path: String) -> String? {
    try? String(contentsOfFile: workspace + "/" + path, encoding: .utf8)
  }

  func exists(_ path: String) -> Bool { FileFacts(workspace + "/" + path) != nil }

  /// Brings the starter of `begin` back.
  func reset(
    _ ownFiles: FolderPlan.OwnFiles = .stay
  ) throws -> WorkspaceChange {
    let plan = try FolderPlan(
      exercise: "begin", folder: folder("begin"), wanted: Engine.starter(of: exercise),
      ownFiles: ownFiles)
    return try FolderChange(plan: plan, workspace: workspace, now: Self.now).carryOut()
  }

  /// Asks the database's file itself.
  func ask(_ sql: String) throws -> Int? {
    let queue = try DatabaseQueue(path: workspace + "/.atelier/session.sqlite")
    defer { try? queue.close() }
    return try queue.read { try Int.fetchOne($0, sql: sql) }
  }

  static func verdict(_ statuses: GoalStatus...) -> ExerciseVerdict {
    ExerciseVerdict(
      exercise: "begin",
      goals: zip(["has-a-task", "declares-cuda"], statuses).map {
        GoalVerdict(
          id: $0, says: "It \($0).", status: $1, why: $1 == .met ? nil : "It does not.",
          remedy: $1 == .met ? nil : "Make it so.", file: "pixi.toml", line: 3)
      })
  }
}
