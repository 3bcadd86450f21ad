import Foundation
import GPUMetrics
import PixiWorkspace
import ProcessRunner
import TerminalCore
import WorkshopModel

/// Makes environments, runs workloads in pseudo-terminals and tells what happens; it knows no screen.
///
/// Installs run one after another. Nothing is installed or run but by a call here, and `close`
/// leaves no process behind.
public actor Engine {
  /// One environment's way through one batch.
  struct LaneKey: Hashable {
    let batch: BatchSnapshot.ID
    let lane: Int
  }

  public nonisolated let configuration: EngineConfiguration
  /// Everything that happens, in order. One reader.
  public nonisolated let events: AsyncStream<EngineEvent>
  let sink: AsyncStream<EngineEvent>.Continuation

  var runs: [RunID: LiveRun] = [:]
  var batches: [BatchSnapshot.ID: BatchSnapshot] = [:]
  /// All that goes on for a batch; what is started again joins.
  var batchTasks: [BatchSnapshot.ID: [Task<Void, Never>]] = [:]
  var laneTasks: [LaneKey: Task<Void, Never>] = [:]
  /// The runs that lanes wait for.
  var laneRuns: [LaneKey: RunID] = [:]
  /// Lanes of which nothing more is to start.
  var stoppedLanes: Set<LaneKey> = []
  /// Restarts under way, by the run that is replaced.
  var restarts: [RunID: Task<RunID, any Error>] = [:]
  /// Looks at environments that nobody may be waiting for.
  var looks: [Int: Task<Void, Never>] = [:]
  var nextLook = 1
  var nextBatch = 1
  let installs = InstallQueue()
  var isClosing = false
  /// Checks of exercises under way, by the exercise.
  var checks: [String: CheckInProgress] = [:]
  var nextCheck = 1
  /// The provider's pixi; nil until it was asked, and where there is none.
  var pixi: PixiVersion?
  /// What the GPUs showed last.
  var gpu = GPUReport.unknown
  let processes = LinuxProcessTable()
  /// Whose the processes on the GPUs are.
  let gpuOwners: ProcessOwnerLookup
  /// The newest moments of runs, for the GPUs' graphs, oldest first.
  var gpuMarks: [GPUMark] = []
  /// The runs that have been seen on each GPU.
  var gpuRuns: [GPUDeviceName: Set<RunID>] = [:]
  var prefetch: PrefetchQueue?
  /// Where the room is, as whoever began the prefetch last knows it.
  var prefetchRoom: (@Sendable () async -> RoomMoment)?
  var prefetchTasks: [Task<Void, Never>] = []
  /// What is still written of runs that have ended.
  var keeping: [RunID: Task<Void, Never>] = [:]
  /// What this session has done with exercises, by their names.
  var ownProgress: [String: ExerciseProgress] = [:]
  /// Passes on how keeping goes.
  var newsReader: Task<Void, Never>?
  /// Told apart from every other session of the workspace by its beginning and a number by chance.
  let sessionName: String

  public init(configuration: EngineConfiguration) {
    self.configuration = configuration
    let mark = String(UInt32.random(in: 0x100_0000...0xFFF_FFFF), radix: 16)
    sessionName = RunLogName.stamp(configuration.now()) + "-\(mark)"
    gpuOwners = ProcessOwnerLookup(table: processes, session: sessionName)
    (events, sink) = AsyncStream.makeStream(bufferingPolicy: .unbounded)
  }

  public func run(_ id: RunID) -> RunSnapshot? { runs[id]?.snapshot }

  public func batch(_ id: BatchSnapshot.ID) -> BatchSnapshot? { batches[id] }

  /// - Throws: `Diagnosis` that names the exercises there are.
  func exercise(_ id: String) throws -> Exercise {
    if let exercise = configuration.workshop.exercise(id) { return exercise }
    throw Self.noExercise(id, in: configuration.workshop)
  }

  /// That there is no such exercise, and which there are.
  public static func noExercise(_ id: String, in workshop: Workshop) -> Diagnosis {
    let known = workshop.exercises.map(\.id).joined(separator: ", ")
    return Diagnosis(
      says: "The workshop has no exercise \"\(id)\".",
      remedy: known.isEmpty ? "It has none at all." : "It has: \(known).")
  }

  /// - Throws: `Diagnosis` that names the exercise's environments.
  func environment(_ name: String, of exercise: Exercise) throws -> EnvironmentDeclaration {
    if let environment = exercise.environment(name) { return environment }
    let known = exercise.environments.map(\.name).joined(separator: ", ")
    throw Diagnosis(
      says: "\(exercise.id) has no environment \"\(name)\".",
      remedy: known.isEmpty ? "It has none." : "It has: \(known).")
  }

  static let isClosingDown = Diagnosis(
    says: "The console is closing.", remedy: "Open it again to run more.")

  /// Ends every run and waits until none is left; no event follows.
  public func close() async {
    isClosing = true
    await closePrefetch()
    for check in checks.values { check.task.cancel() }
    for task in batchTasks.values.joined() { task.cancel() }
    await withTaskGroup(of: Void.self) { group in
      for id in runs.keys {
        group.addTask { await self.stop(id, grace: .milliseconds(800), because: .closing) }
      }
    }
    for look in looks.values {
      look.cancel()
      await look.value
    }
    for restart in restarts.values {
      restart.cancel()
      _ = try? await restart.value
    }
    for id in batchTasks.keys { await waitForTasks(of: id) }
    for task in keeping.values { await task.value }
    await configuration.memory.close()
    newsReader?.cancel()
    sink.finish()
  }
}
