import GPUMetrics

/// What one owner has of one GPU.
public struct GPUShare: Sendable, Hashable {
  public let owner: GPUOwner
  /// How many processes, at least one.
  public let processes: Int
  /// Nil where the driver does not tell it of every one of them.
  public let memoryBytes: UInt64?
  /// Share of time on the multiprocessors, 0 to 100; nil where the driver tells it of none.
  public let smPercent: Int?
  /// Whether one of them computes; a desktop only draws.
  public let computes: Bool

  /// - Parameter processes: All of one owner, at least one.
  init(_ owner: GPUOwner, _ processes: [OwnedGPUProcess]) {
    self.owner = owner
    // A process stands in the list once for each instance of a GPU that is split.
    self.processes = Set(processes.map(\.process.pid)).count
    let memory = processes.map(\.process.memoryBytes)
    memoryBytes = memory.contains(nil) ? nil : memory.compactMap(\.self).reduce(0, +)
    let times = processes.compactMap(\.process.smPercent)
    smPercent = times.isEmpty ? nil : min(100, times.reduce(0, +))
    computes = processes.contains { $0.process.kinds != [.graphics] }
  }
}
