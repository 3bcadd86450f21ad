import GPUMetrics

/// A process on a GPU and whose it is.
public struct OwnedGPUProcess: Sendable, Hashable {
  public let process: GPUProcess
  public let owner: GPUOwner
  /// The container or job that it is in; nil for none, and where that cannot be told.
  public let scope: ProcessScope?

  public init(_ process: GPUProcess, owner: GPUOwner, scope: ProcessScope? = nil) {
    self.process = process
    self.owner = owner
    self.scope = scope
  }
}
