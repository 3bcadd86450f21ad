/// A place GPU figures are read from. One sampler owns it and calls it from one executor at a time.
public protocol GPUSource: Sendable {
  var kind: GPUSourceKind { get }

  /// One round; may take long, so it is never called on the interface's thread.
  func sample() async -> GPUReport

  /// How many devices there are; asks for none of their figures where the source can count alone.
  func deviceCount() async -> Int

  /// Lets go of the driver or the child process.
  func close() async
}

extension GPUSource {
  public func deviceCount() async -> Int { await sample().devices.count }
}
