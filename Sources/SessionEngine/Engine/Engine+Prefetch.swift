import Foundation
import TerminalCore
import WorkshopModel

extension Engine {
  /// Where the room is in its day: the index of its part, from 0, and what kind of part that is.
  public struct RoomMoment: Sendable {
    public let segment: Int
    public let kind: SegmentKind?

    public init(segment: Int, kind: SegmentKind?) {
      self.segment = segment
      self.kind = kind
    }
  }

  private static let installSize = Size(columns: 120, rows: 40)
  /// Between two looks at where the room is.
  private static let roomInterval = Duration.seconds(10)

  /// Begins to install what coming parts of the day need, while the room has time for it.
  ///
  /// Called again it makes a new plan, and tries what has failed once more.
  /// - Parameter room: Where the room is, by its clock.
  public func startPrefetch(room: @escaping @Sendable () async -> RoomMoment) async throws {
    if case .readOnly = configuration.memory.status { throw Self.readOnly }
    guard !isClosing else { throw Self.isClosingDown }
    prefetchRoom = room
    let queue: PrefetchQueue
    if let prefetch {
      queue = prefetch
      await queue.retryFailed()
    } else {
      queue = makeQueue()
      prefetch = queue
      // Runs that were there before it have their priority, too.
      let alive = runs.values.count {
        $0.snapshot.state.isAlive && $0.plan.purpose.givesFigures
      }
      for _ in 0..<alive { await queue.workloadStarted() }
    }
    let moment = await room()
    await queue.load(await plannedItems(from: moment.segment))
    await queue.setAllowed(PrefetchPlanner.isAllowed(during: moment.kind))
    await queue.resume()
  }

  /// Nothing new begins until it is resumed; what is being installed goes on.
  public func pausePrefetch() async { await prefetch?.pause() }

  public func resumePrefetch() async { await prefetch?.resume() }

  private func makeQueue() -> PrefetchQueue {
    let workspace = configuration.workspace.path(percentEncoded: false)
    let queue = PrefetchQueue(freeDiskBytes: { DiskSpace().freeBytes(at: workspace) }) {
      [weak self] exercise, environment, started in
      try await self?.install(
        environment, of: exercise, size: Self.installSize, started: started)
    }
    prefetchTasks = [
      Task { [weak self] in
        for await snapshot in queue.changes { await self?.tell(snapshot) }
      },
      Task { [weak self] in
        while (try? await Task.sleep(for: Self.roomInterval)) != nil,
          let room = await self?.prefetchRoom
        {
          await queue.setAllowed(PrefetchPlanner.isAllowed(during: await room().kind))
        }
      },
    ]
    return queue
  }

  private func tell(_ snapshot: PrefetchSnapshot) { sink.yield(.prefetch(snapshot)) }

  private func plannedItems(from segment: Int) async -> [PrefetchSnapshot.Item] {
    let workshop = configuration.workshop
    var statuses: [String: [EnvironmentStatus]] = [:]
    for exercise in workshop.exercises {
      statuses[exercise.id] = await configuration.provider.environments(
        of: exercise, in: configuration.folder(of: exercise.id))
    }
    let workspace = configuration.workspace.path(percentEncoded: false)
    let free = await BlockingWork.run { DiskSpace().freeBytes(at: workspace) }
    return PrefetchPlanner(workshop: workshop)
      .items(from: segment, statuses: statuses, freeDiskBytes: free)
  }

  /// Stops what is being installed ahead.
  func closePrefetch() async {
    for task in prefetchTasks { task.cancel() }
    await prefetch?.close()
  }
}
