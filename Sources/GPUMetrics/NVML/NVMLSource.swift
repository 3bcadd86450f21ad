/// Reads GPU figures from NVIDIA's management library.
///
/// It has an executor of its own: a call that hangs in the driver holds up this source alone.
public actor NVMLSource: GPUSource {
  public nonisolated let kind = GPUSourceKind.nvml
  public nonisolated var unownedExecutor: UnownedSerialExecutor {
    executor.asUnownedSerialExecutor()
  }

  private nonisolated let executor = BlockingExecutor(label: "atelier.nvml")
  private let searchPath: NVMLSearchPath
  private let machine: MachineInspector
  private var session: NVMLSession?

  public init(searchPath: NVMLSearchPath, machine: MachineInspector) {
    self.searchPath = searchPath
    self.machine = machine
  }

  /// Loads and initialises the library, which may wake GPUs and take seconds.
  /// - Throws: Why there is no NVML here.
  func open() throws(DriverProblem) {
    if session == nil { session = try NVMLSession(searchPath: searchPath) }
  }

  public func sample() -> GPUReport {
    do {
      try open()
      guard let report = try session?.read() else { return GPUReport(source: .none) }
      return report
    } catch {
      close()
      return GPUReport(source: .none, reason: error.explanation(on: machine.inspect()))
    }
  }

  public func close() {
    session?.end()
    session = nil
  }
}
