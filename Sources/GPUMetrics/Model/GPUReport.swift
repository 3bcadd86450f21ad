/// What one sampling round found out.
public struct GPUReport: Sendable, Hashable {
  public var source: GPUSourceKind
  /// Why the source is not NVML, or why there is none, with the remedy; nil when all is well.
  public var reason: String?
  /// The same for a program; nil where figures come, and where nobody knows.
  public var problem: DriverProblem?
  /// The driver's version, such as `580.82.07`.
  public var driver: String?
  /// The newest CUDA version the driver supports, such as `13.0`.
  public var cuda: String?
  public var devices: [GPUDevice]
  /// For how many seconds the driver has not answered: the figures are the last known ones. Nil
  /// when they are this round's.
  public var silentSeconds: Int?
  /// When the round was made, in seconds since 1970; 0 when none was.
  public var time: Double
  public var origin: GPUOrigin

  public init(
    source: GPUSourceKind, reason: String? = nil, driver: String? = nil, cuda: String? = nil,
    devices: [GPUDevice] = [], time: Double = 0, origin: GPUOrigin = .live
  ) {
    self.source = source
    self.reason = reason
    self.driver = driver
    self.cuda = cuda
    self.devices = devices
    self.time = time
    self.origin = origin
  }

  /// No figures, for a reason.
  init(none problem: DriverProblem, reason: String, time: Double) {
    self.init(source: .none, reason: reason, time: time)
    self.problem = problem
  }

  /// Nothing has been asked yet.
  public static let unknown = GPUReport(source: .none, reason: "Looking for a GPU…")
}
