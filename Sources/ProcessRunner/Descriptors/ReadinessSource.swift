import Dispatch

/// Calls back on a queue whenever a descriptor can be read or written, until it is let go.
///
/// The descriptor stays open until the source is out of the kernel's hands.
final class ReadinessSource {
  private let source: any DispatchSourceProtocol

  init(
    reading descriptor: FileDescriptor, on queue: DispatchQueue,
    handler: @escaping @Sendable () -> Void
  ) {
    source = DispatchSource.makeReadSource(fileDescriptor: descriptor.rawValue, queue: queue)
    activate(descriptor, handler)
  }

  init(
    writing descriptor: FileDescriptor, on queue: DispatchQueue,
    handler: @escaping @Sendable () -> Void
  ) {
    source = DispatchSource.makeWriteSource(fileDescriptor: descriptor.rawValue, queue: queue)
    activate(descriptor, handler)
  }

  private func activate(_ descriptor: FileDescriptor, _ handler: @escaping @Sendable () -> Void) {
    source.setEventHandler(handler: handler)
    source.setCancelHandler { withExtendedLifetime(descriptor) {} }
    source.activate()
  }

  deinit {
    source.cancel()
  }
}
