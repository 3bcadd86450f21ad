import GPUMetrics
import SessionEngine

/// What the GPUs' pane and screen are drawn from: a round of figures, what came before it, and whose
/// the processes are.
public struct GPUPicture: Sendable, Equatable {
  public var report: GPUReport
  public var history: GPUHistory
  /// Nil before it was told.
  public var ownership: GPUOwnership?

  public init(report: GPUReport, history: GPUHistory, ownership: GPUOwnership?) {
    self.report = report
    self.history = history
    self.ownership = ownership
  }

  /// The moment the figures are of, in seconds since 1970; 0 when there are none.
  public var time: Double { max(report.time, history.newestTime ?? 0) }

  /// The devices; where the driver is silent their figures are old ones.
  public var devices: [GPUDevice] {
    guard report.silentSeconds != nil else { return report.devices }
    return report.devices.map { device in
      var old = device
      old.figures = device.figures.mapValues(\.aged)
      return old
    }
  }

  /// Whose processes are on the device; nil where that is not told, as of a recording.
  func ownership(of device: GPUDevice) -> GPUOwnership.Device? {
    guard case .live = report.origin else { return nil }
    return ownership?.devices.first { $0.index == device.index }
  }
}
