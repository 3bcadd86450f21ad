/// Which part of a device that is split by MIG.
public struct GPUInstanceID: Sendable, Hashable, Codable {
  /// GI, the slice of memory and multiprocessors.
  public var gpuInstance: Int
  /// CI, the share of the slice's multiprocessors; nil where it is not told.
  public var computeInstance: Int?

  public init(gpuInstance: Int, computeInstance: Int? = nil) {
    self.gpuInstance = gpuInstance
    self.computeInstance = computeInstance
  }
}
