/// One part of a device that is split by MIG, which programs see as a device of its own.
public struct GPUInstance: Sendable, Hashable {
  public var id: GPUInstanceID
  /// Such as `MIG-…`; what CUDA_VISIBLE_DEVICES takes.
  public var uuid: String?
  public var name: String?
  public var memoryUsedBytes: UInt64?
  public var memoryTotalBytes: UInt64?
  /// Of the time some engine of it was busy; nil where its driver does not count that, and where
  /// it shares a GPU instance with another.
  public var utilizationPercent: Double?
  /// Of its multiprocessors that were busy, over the time.
  public var smPercent: Double?
  /// Of its memory's bandwidth.
  public var memoryUtilizationPercent: Double?

  public init(
    id: GPUInstanceID, uuid: String? = nil, name: String? = nil, memoryUsedBytes: UInt64? = nil,
    memoryTotalBytes: UInt64? = nil
  ) {
    self.id = id
    self.uuid = uuid
    self.name = name
    self.memoryUsedBytes = memoryUsedBytes
    self.memoryTotalBytes = memoryTotalBytes
  }
}
