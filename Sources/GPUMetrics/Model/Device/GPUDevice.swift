/// One GPU's figures at one moment; a value that is not known is nil, never zero.
public struct GPUDevice: Sendable, Hashable {
  /// The driver's index, in PCI bus order.
  public var index: Int
  public var name: String?
  public var uuid: String?
  /// Such as `00000000:83:00.0`.
  public var pciBusID: String?
  /// Which instructions it understands, such as 9.0 of Hopper.
  public var computeCapability: CUDAComputeCapability?
  /// When its figures were read, in seconds since 1970; 0 when they never were.
  public var time: Double = 0
  /// The figures that were asked for, each with its time and its state.
  public var figures: [GPUMetric: GPUReading] = [:]
  /// Why its clocks are held down; empty when nothing holds them, nil when it is not known.
  public var clockReasons: Set<GPUClockReason>?
  /// Whether `clockReasons` is known, and why not.
  public var clockReasonsState = GPUReadingState.unknown
  /// The driver keeps the device ready when nobody uses it.
  public var persistence: Bool?
  public var eccEnabled: Bool?
  /// It is split into instances.
  public var migEnabled: Bool?
  /// Who has a context on it, by process number; empty also where `processesNote` says why.
  public var processes: [GPUProcess] = []
  /// Why processes are hidden, in a person's words; nil when the list is whole.
  public var processesNote: String?
  /// The parts of a device that is split by MIG.
  public var instances: [GPUInstance] = []
  /// The newest errors the driver reported since it is watched, oldest first.
  public var events: [GPUEvent] = []
  /// Points of the driver's own record since the last round, oldest first for each metric.
  public var samples: [GPUSample] = []
  /// Why this device's figures are missing, in a person's words; nil when it answers.
  public var fault: String?
  /// The call that has not answered; the figures are then the last known ones.
  public var stuck: GPUStuckCall?

  public init(index: Int) {
    self.index = index
  }

  /// The figure, `unknown` when it was never asked for.
  public subscript(metric: GPUMetric) -> GPUReading {
    get { figures[metric] ?? .unknown }
    set { figures[metric] = newValue }
  }
}
