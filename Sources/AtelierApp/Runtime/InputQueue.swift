import Console

/// The one ordered stream of everything that happens to the console.
struct InputQueue: Sendable {
  enum Input: Sendable {
    case event(ConsoleEvent)
    case end(Ending)
  }

  /// Why the loop ends.
  enum Ending: Sendable, Equatable {
    case quit
    /// The number of the signal that asked for it.
    case signal(Int32)
    /// The terminal is gone.
    case hangUp
  }

  /// For one reader.
  let stream: AsyncStream<Input>
  private let sink: AsyncStream<Input>.Continuation

  init() {
    (stream, sink) = AsyncStream.makeStream(bufferingPolicy: .unbounded)
  }

  /// Puts an event behind those that wait.
  func post(_ event: ConsoleEvent) {
    sink.yield(.event(event))
  }

  func end(_ ending: Ending) {
    sink.yield(.end(ending))
  }
}
