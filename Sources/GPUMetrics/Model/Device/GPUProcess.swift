/// A process that has a context on a device; a figure the driver does not tell is nil.
public struct GPUProcess: Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable, CaseIterable, Codable {
    case compute
    case graphics
    /// Computes through CUDA's Multi-Process Service.
    case mps
  }

  /// In the PID namespace of the driver: a container may know the process by another.
  public var pid: Int32
  public var kinds: Set<Kind>
  /// Without managed memory, which the driver does not count.
  public var memoryBytes: UInt64?
  /// Share of time on the multiprocessors, 0 to 100.
  public var smPercent: Int?
  /// Share of time memory was read or written, 0 to 100.
  public var memoryPercent: Int?
  /// 0 to 100.
  public var encoderPercent: Int?
  /// 0 to 100.
  public var decoderPercent: Int?
  public var name: String?
  /// Nil on a device that is not split.
  public var instance: GPUInstanceID?

  public init(
    pid: Int32, kinds: Set<Kind>, memoryBytes: UInt64? = nil, smPercent: Int? = nil,
    memoryPercent: Int? = nil, encoderPercent: Int? = nil, decoderPercent: Int? = nil,
    name: String? = nil, instance: GPUInstanceID? = nil
  ) {
    self.pid = pid
    self.kinds = kinds
    self.memoryBytes = memoryBytes
    self.smPercent = smPercent
    self.memoryPercent = memoryPercent
    self.encoderPercent = encoderPercent
    self.decoderPercent = decoderPercent
    self.name = name
    self.instance = instance
  }
}
