/// A place GPU figures are read from. One sampler owns it and calls it from one executor at a time.
public protocol GPUSource: Sendable {
  var kind: GPUSourceKind { get }

  /// One round; may take long, so it is never called on the interface's thread.
  func sample() async -> GPUReport

  /// Lets go of the driver or the child process.
  func close() async
}
