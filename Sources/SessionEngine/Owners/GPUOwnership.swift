import GPUMetrics

/// Whose the processes on the GPUs are, after one round of sampling.
public struct GPUOwnership: Sendable, Hashable {
  public struct Device: Sendable, Hashable {
    /// The driver's index.
    public let index: Int
    /// As the driver lists them.
    public let processes: [OwnedGPUProcess]
    /// One for each run, by its number, then `other`, then `hidden`.
    public let shares: [GPUShare]
    /// Why processes or what they use are not told, in a person's words; nil when all is.
    public let note: String?
    /// The runs that have been seen on it.
    public let runs: Set<RunID>

    /// - Parameter runs: Those seen before this round.
    init(_ device: GPUDevice, _ owners: ProcessOwners, runs: Set<RunID>) {
      index = device.index
      processes = device.processes.map { process in
        let finding = owners[process.pid]
        return OwnedGPUProcess(process, owner: finding.owner, scope: finding.scope)
      }
      let byOwner = Dictionary(grouping: processes, by: \.owner)
      shares = byOwner.sorted { Self.rank($0.key) < Self.rank($1.key) }
        .map { GPUShare($0.key, $0.value) }
      let hidden = Set(processes.filter { $0.owner == .hidden }.map(\.process.pid)).count
      note = device.processesNote ?? Self.note(onHidden: hidden)
      self.runs = runs.union(byOwner.keys.compactMap(\.run))
    }

    private static func rank(_ owner: GPUOwner) -> Int {
      switch owner {
      case .run(let run): run.number
      case .other: .max - 1
      case .hidden: .max
      }
    }

    private static func note(onHidden count: Int) -> String? {
      guard count > 0 else { return nil }
      return "\(count == 1 ? "1 process is" : "\(count) processes are") not to be seen here: "
        + "just ended, or in a container with process numbers of its own (`--pid=host`)."
    }

    /// What a run has of it; nil when it has nothing.
    public func share(of run: RunID) -> GPUShare? { shares.first { $0.owner == .run(run) } }
  }

  /// When the round was made, in seconds since 1970.
  public let time: Double
  public let devices: [Device]
  /// Moments of runs, oldest first: at most the newest 256.
  public let marks: [GPUMark]

  public init(time: Double, devices: [Device], marks: [GPUMark]) {
    self.time = time
    self.devices = devices
    self.marks = marks
  }
}
