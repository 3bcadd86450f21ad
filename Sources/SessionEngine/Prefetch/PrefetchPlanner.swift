import WorkshopModel

/// Puts the environments that coming parts of the day need, and that are missing, into the order of
/// the outline.
public struct PrefetchPlanner: Sendable {
  private let workshop: Workshop
  private let disk: PrefetchDisk

  public init(workshop: Workshop, disk: PrefetchDisk = PrefetchDisk()) {
    self.workshop = workshop
    self.disk = disk
  }

  /// - Parameters:
  ///   - segment: The index of the part of the day that is now; parts before it are left out.
  ///   - statuses: What is known of each exercise's environments, by the exercise's id; exercises
  ///     that nobody has looked at are left out.
  ///   - freeDiskBytes: Nil when not known; then nothing is left out for want of room.
  /// - Returns: Each environment once. Those that cannot be made, or that have no room behind the
  ///   ones before them, are skipped with a reason; those that are installed are not listed.
  public func items(
    from segment: Int = 0, statuses: [String: [EnvironmentStatus]], freeDiskBytes: UInt64?
  ) -> [PrefetchSnapshot.Item] {
    var items: [PrefetchSnapshot.Item] = []
    var seen: Set<String> = []
    var free = freeDiskBytes
    for part in workshop.segments.dropFirst(max(0, segment)) {
      for exercise in part.exercises {
        for status in statuses[exercise] ?? [] where !status.isInstalled {
          guard seen.insert(status.prefix ?? "\(exercise)/\(status.name)").inserted else {
            continue
          }
          let item = item(status, of: exercise, in: part, free: free)
          if item.phase == .waiting, let bytes = item.downloadBytes {
            free = free.map { $0 - min($0, disk.unpackedBytes(bytes)) }
          }
          items.append(item)
        }
      }
    }
    return items
  }

  private func item(
    _ status: EnvironmentStatus, of exercise: String, in part: Segment, free: UInt64?
  ) -> PrefetchSnapshot.Item {
    var phase = PrefetchSnapshot.Item.Phase.waiting
    let bytes = status.lock?.downloadBytes
    if case .unavailable(let diagnosis) = status.state {
      phase = .skipped(diagnosis.description)
    } else if let problem = disk.problem(downloadBytes: bytes, free: free) {
      phase = .skipped(problem)
    }
    return PrefetchSnapshot.Item(
      exercise: exercise, environment: status.name, segment: part.id, downloadBytes: bytes,
      phase: phase)
  }

  /// Whether the room has time for downloads in a part of this kind: nobody needs the machine.
  public static func isAllowed(during kind: SegmentKind?) -> Bool {
    kind == .talk || kind == .break
  }
}
