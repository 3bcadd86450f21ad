import Foundation
import Glibc
import ProcessRunner
import SessionEngine
import TerminalCore
import TestSupport
import Testing
import WorkshopModel

/// An engine on a workshop of one exercise, with scripts in the place of environments.
final class EngineFixture: Sendable {
  typealias Scripts = ScriptedProvider.Scripts

  static let size = Size(columns: 60, rows: 10)
  let directory: TemporaryDirectory
  let provider: ScriptedProvider
  let engine: Engine
  let events: CollectedEvents

  var folder: String { directory.path }
  /// What scripts write down with ``note(_:)``, in order.
  var diary: [String] {
    let text = try? String(contentsOf: directory.url.appending(path: "diary"), encoding: .utf8)
    return text?.split(separator: "\n").map(String.init) ?? []
  }

  /// - Parameter makeScripts: Given the fixture's folder, for gates and files.
  init(
    installed: Set<String> = [], environments: [String] = ["cpu", "gpu"],
    _ makeScripts: (String) -> [String: Scripts]
  ) throws {
    directory = try TemporaryDirectory()
    try directory.write("", to: "workspace/exercise-1/train.py")
    provider = ScriptedProvider(makeScripts(directory.path), installed: installed)
    let exercise = Exercise(
      id: "exercise-1", title: "One", goal: "It runs.", folder: directory.url, starterFiles: [],
      mainFile: "train.py",
      environments: (environments + ["bare"]).map { name in
        EnvironmentDeclaration(
          name: name, title: "The \(name) one", cuda: nil, requirements: [], gpuRequirements: [],
          extraIndex: nil, probeModule: "json")
      },
      workloads: environments.map { name in
        Workload(environment: name, task: "train", arguments: [])
      })
    let workshop = Workshop(
      id: "test", title: "Test", event: "Tests", location: nil, starts: TimeOfDay(minutes: 540),
      segments: [], corrections: [], exercises: [exercise])
    engine = Engine(
      configuration: EngineConfiguration(
        workshop: workshop, workspace: directory.url.appending(path: "workspace"),
        provider: provider, providerReason: "It was asked for.",
        supervisor: SupervisorLauncher(executablePath: try BuiltProduct.path("atelier"))))
    events = CollectedEvents(engine.events)
  }

  /// A line of shell that writes a word into the diary.
  static func note(_ word: String, in folder: String) -> String {
    "echo '\(word)' >> '\(folder)/diary'"
  }

  func request(_ environments: String..., onlyInstalls: Bool = false) -> BatchRequest {
    BatchRequest(
      exercise: "exercise-1", environments: environments, size: Self.size,
      onlyInstalls: onlyInstalls)
  }

  /// Starts a batch and waits for its end.
  func carryOut(_ request: BatchRequest) async throws -> (BatchSnapshot, [RunSnapshot?]) {
    let id = try await engine.start(request)
    return try #require(await engine.waitForEnd(of: id))
  }

  /// Waits until a word stands in the diary.
  func waitForDiary(_ word: String) async throws {
    try await waitUntil("the diary has ‘\(word)’", detail: { "\(diary)" }) {
      diary.contains(word)
    }
  }

  /// The process number a script wrote to a file in the folder.
  func processNumber(in file: String) throws -> pid_t? {
    let text = try? String(contentsOf: directory.url.appending(path: file), encoding: .utf8)
    return text.flatMap { pid_t($0.trimmingCharacters(in: .whitespacesAndNewlines)) }
  }

  static func isAlive(_ process: pid_t) -> Bool { kill(process, 0) == 0 }
}
