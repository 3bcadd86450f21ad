/// What a run used of one GPU.
public struct GPUDeviceUse: Sendable, Hashable {
  public let device: GPUDeviceName
  /// Such as `NVIDIA H100 80GB HBM3`; nil where the driver does not tell it.
  public let name: String?
  public let use: GPUUse

  public init(device: GPUDeviceName, name: String?, use: GPUUse) {
    self.device = device
    self.name = name
    self.use = use
  }
}
