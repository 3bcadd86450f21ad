import Foundation

/// Reads GPU figures by running `nvidia-smi` once a round.
public actor NvidiaSMISource: GPUSource {
  public nonisolated let kind = GPUSourceKind.nvidiaSMI

  private let command: NvidiaSMICommand
  private let machine: MachineInspector
  private let reason: String?
  private let now: @Sendable () -> Double
  private var fields = NvidiaSMIField.allCases
  private var firstReport: GPUReport?

  /// - Parameters:
  ///   - path: The command, as an absolute path.
  ///   - environment: The child's whole environment.
  ///   - reason: Why it is not NVML that answers; said with every report.
  ///   - timeout: How long one run may take before it is ended.
  ///   - now: Seconds since 1970.
  public init(
    path: String, environment: [String: String], machine: MachineInspector,
    reason: String? = nil, timeout: Duration = .seconds(10),
    now: @escaping @Sendable () -> Double = { Date().timeIntervalSince1970 }
  ) {
    self.now = now
    command = NvidiaSMICommand(path: path, environment: environment, timeout: timeout)
    self.machine = machine
    self.reason = reason
  }

  /// Asks once, and keeps the answer for the first sample.
  /// - Throws: Why the command gives no figures.
  func open() async throws(DriverProblem) {
    firstReport = try await ask()
  }

  public func sample() async -> GPUReport {
    if let report = firstReport {
      firstReport = nil
      return report
    }
    do {
      return try await ask()
    } catch {
      return GPUReport(source: .none, reason: error.explanation(on: machine.inspect()))
    }
  }

  public func close() {}

  /// Asks for every field this version of the command knows.
  private func ask() async throws(DriverProblem) -> GPUReport {
    while true {
      switch await command.query(fields) {
      case .devices(let devices, let driver):
        let time = now()
        return GPUReport(
          source: .nvidiaSMI, reason: reason, driver: driver,
          devices: devices.map { Self.device($0, readAt: time) }, time: time)
      case .failed(let problem):
        throw problem
      case .unknownField(let name):
        guard let index = fields.firstIndex(where: { $0.rawValue == name }), index > 0 else {
          throw .commandFailed(exitStatus: 2, says: "it does not know the field \(name)")
        }
        fields.remove(at: index)
      }
    }
  }

  private static func device(_ device: GPUDevice, readAt time: Double) -> GPUDevice {
    var device = device
    device.time = time
    for (metric, reading) in device.figures {
      if let value = reading.value {
        device.figures[metric] = .known(value, of: metric, at: time)
      }
    }
    return device
  }
}
