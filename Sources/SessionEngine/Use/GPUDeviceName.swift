import GPUMetrics

/// A GPU whichever index it has: its UUID, or `GPU 0` where the driver does not tell that.
public struct GPUDeviceName: Sendable, Hashable {
  public let text: String

  public init(_ text: String) {
    self.text = text
  }

  init(_ device: GPUDevice) {
    text = device.uuid ?? "GPU \(device.index)"
  }
}
