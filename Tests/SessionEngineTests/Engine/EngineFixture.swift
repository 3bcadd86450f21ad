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

  /// - Parameters:
  ///   - directory: One of its own unless told.
  ///   - memory: Opened on the workspace in the directory.
  ///   - metricFiles: What every workload is declared to write.
  ///   - makeScripts: Given the fixture's folder, for gates and files.
  init(
    installed: Set<String> = [], environments: [String] = ["cpu", "gpu"],
    kind: ProviderKind = .venv, launcher: any RunLauncher = LocalLauncher(),
    now: @escaping @Sendable () -> Date = { Date() }, uptime: (@Sendable () -> Duration)? = nil,
    in directory: TemporaryDirectory? = nil, memory: WorkshopMemory = .keepingNothing(),
    hooks: ScriptedProvider.Hooks = ScriptedProvider.Hooks(), metricFiles: [String] = [],
    segments: [Segment] = [], goals: [Goal] = [], _ makeScripts: (String) -> [String: Scripts]
  ) throws {
    let directory = try directory ?? TemporaryDirectory()
    self.directory = directory
    try directory.write("", to: "workspace/exercise-1/train.py")
    provider = ScriptedProvider(
      makeScripts(directory.path), installed: installed, kind: kind, hooks: hooks)
    var exercise = Exercise(
      id: "exercise-1", title: "One", goal: "It runs.", folder: directory.url, starterFiles: [],
      mainFile: "train.py",
      environments: (environments + ["bare"]).map { name in
        EnvironmentDeclaration(
          name: name, title: "The \(name) one", cuda: nil, requirements: [], gpuRequirements: [],
          extraIndex: nil, probeModule: "json")
      },
      workloads: environments.map { name in
        Workload(
          environment: name, task: "train", arguments: [], metricFiles: metricFiles)
      })
    exercise.goals = goals
    let workshop = Workshop(
      id: "test", title: "Test", event: "Tests", location: nil, starts: TimeOfDay(minutes: 540),
      segments: segments, corrections: [], exercises: [exercise])
    engine = Engine(
      configuration: EngineConfiguration(
        workshop: workshop, workspace: directory.url.appending(path: "workspace"),
        provider: provider, providerReason: "It was asked for.",
        supervisor: SupervisorLauncher(executablePath: try BuiltProduct.path("atelier")),
        launcher: launcher, memory: memory, now: now, uptime: uptime))
    events = CollectedEvents(engine.events)
  }

  /// What is kept of a workspace in a directory, as another program would open it.
  static func memory(in directory: TemporaryDirectory) async -> WorkshopMemory {
    await WorkshopMemory.open(
      workspace: directory.url.appending(path: "workspace"), role: .subcommand)
  }

  /// A line of shell that writes a word into the diary.
  static func note(_ word: String, in folder: String) -> String {
    "echo '\(word)' >> '\(folder)/diary'"
  }

  func request(
    _ environments: String..., onlyInstalls: Bool = false, repeats: Int = 1,
    options: RunOptions = RunOptions(), name: String? = nil
  ) -> BatchRequest {
    BatchRequest(
      exercise: "exercise-1", environments: environments, size: Self.size,
      onlyInstalls: onlyInstalls, repeats: repeats, options: options, name: name)
  }

  /// Starts a batch of one environment and waits until its program runs.
  func startRun(in environment: String = "cpu", options: RunOptions = RunOptions()) async throws
    -> RunID
  {
    let id = try await engine.start(request(environment, options: options))
    var run: RunID?
    try await waitUntil("the run of \(environment) runs") {
      guard let lane = await engine.batch(id)?.lanes.first, lane.phase == .running,
        let found = lane.run, case .running? = await engine.run(found)?.state
      else { return false }
      run = found
      return true
    }
    return try #require(run)
  }

  /// The log of a run, without the carriage returns that terminals add.
  func log(of id: RunID) async throws -> String {
    let path = try #require(await engine.run(id)?.log)
    return try String(contentsOfFile: path, encoding: .utf8).replacing("\r\n", with: "\n")
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
