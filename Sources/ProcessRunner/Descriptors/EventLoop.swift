import CPosix
import Dispatch
import Glibc
import Synchronization

/// A thread that waits in poll(2) for descriptors, timers and work given to it.
final class EventLoop: Sendable {
  enum Interest: Sendable {
    case reading
    case writing

    var events: Int16 { Int16(self == .reading ? POLLIN : POLLOUT) }
  }

  typealias Action = @Sendable () -> Void

  private struct Source {
    let descriptor: FileDescriptor
    let interest: Interest
    let handler: Action
  }

  private struct State {
    var actions: [Action] = []
    var sources: [Int: Source] = [:]
    var timers: [(deadline: ContinuousClock.Instant, action: Action)] = []
    var lastIdentifier = 0
    var isStopped = false
    var thread: pthread_t?
    /// Wakes the thread; nil when it has gone.
    var wakeDescriptor: FileDescriptor?
  }

  private let state: Mutex<State>
  /// Does what is still asked once the thread has gone; suspended until then.
  private let afterwards: DispatchQueue
  private let isAfterwards = DispatchSpecificKey<Bool>()

  init() throws(SystemFailure) {
    let descriptor = atelier_event_descriptor()
    guard descriptor >= 0 else { throw SystemFailure(errno) }
    state = Mutex(State(wakeDescriptor: FileDescriptor(descriptor)))
    afterwards = DispatchQueue(label: "atelier.terminal.ended")
    afterwards.setSpecific(key: isAfterwards, value: true)
    afterwards.suspend()
  }

  deinit {
    // A queue must not be let go while it is suspended.
    if state.withLock({ $0.wakeDescriptor != nil }) { afterwards.resume() }
  }

  /// Whether what calls runs on the loop's thread, or in what stands for it once it has gone.
  var isCurrent: Bool {
    let thread = state.withLock { $0.thread }
    if let thread, pthread_equal(thread, pthread_self()) != 0 { return true }
    return DispatchQueue.getSpecific(key: isAfterwards) == true
  }

  func perform(_ action: @escaping Action) {
    let isStopped = state.withLock { state in
      if !state.isStopped { state.actions.append(action) }
      return state.isStopped
    }
    if isStopped { afterwards.async(execute: action) } else { wake() }
  }

  func after(_ pause: Duration, _ action: @escaping Action) {
    state.withLock { $0.timers.append((.now + pause, action)) }
    wake()
  }

  func watch(
    _ descriptor: FileDescriptor, for interest: Interest, handler: @escaping Action
  ) -> Watch {
    let identifier = state.withLock { state in
      state.lastIdentifier += 1
      state.sources[state.lastIdentifier] = Source(
        descriptor: descriptor, interest: interest, handler: handler)
      return state.lastIdentifier
    }
    wake()
    return Watch(loop: self, identifier: identifier)
  }

  /// What `watch` gives back: letting it go ends the watch.
  final class Watch: Sendable {
    private let loop: EventLoop
    private let identifier: Int

    fileprivate init(loop: EventLoop, identifier: Int) {
      self.loop = loop
      self.identifier = identifier
    }

    deinit {
      loop.forget(identifier)
    }
  }

  private func forget(_ identifier: Int) {
    // The source is released outside the lock: what it holds may come back here.
    let source = state.withLock { $0.sources.removeValue(forKey: identifier) }
    withExtendedLifetime(source) {}
  }

  /// Ends the thread when what was given before is done. What is given later is done by a queue,
  /// one after another, so that nothing is held for a terminal that is only looked at.
  func stop() {
    state.withLock { $0.isStopped = true }
    wake()
  }

  private func wake() {
    guard let descriptor = state.withLock({ $0.wakeDescriptor }) else { return }
    var one: UInt64 = 1
    _ = Glibc.write(descriptor.rawValue, &one, 8)
  }

  func startThread(name: String) throws(SystemFailure) {
    var thread = pthread_t()
    let box = Unmanaged.passRetained(ThreadStart(loop: self, name: name))
    let error = pthread_create(
      &thread, nil,
      { argument in
        let start = Unmanaged<ThreadStart>.fromOpaque(argument.unsafelyUnwrapped)
          .takeRetainedValue()
        atelier_prepare_thread(start.name)
        start.loop.run()
        return nil
      }, box.toOpaque())
    guard error == 0 else {
      box.release()
      throw SystemFailure(error)
    }
    pthread_detach(thread)
  }

  private final class ThreadStart {
    let loop: EventLoop
    let name: String

    init(loop: EventLoop, name: String) {
      self.loop = loop
      self.name = name
    }
  }

  private func run() {
    state.withLock { $0.thread = pthread_self() }
    while let round = nextRound() {
      for action in round { action() }
    }
    state.withLock { state in
      state.thread = nil
      state.timers = []
      state.wakeDescriptor = nil
    }
    afterwards.resume()
  }

  /// Takes what is to be done now, or waits until something is; nil when the loop has stopped.
  private func nextRound() -> [Action]? {
    let (descriptor, sources, wait) = state.withLock { state in
      let hasEnded = state.isStopped && state.actions.isEmpty
      return (hasEnded ? nil : state.wakeDescriptor, state.sources, Self.wait(state))
    }
    guard let descriptor else { return nil }
    var polled = [pollfd(fd: descriptor.rawValue, events: Int16(POLLIN), revents: 0)]
    for source in sources.values {
      polled.append(
        pollfd(fd: source.descriptor.rawValue, events: source.interest.events, revents: 0))
    }
    poll(&polled, nfds_t(polled.count), wait)
    if polled[0].revents != 0 {
      var count: UInt64 = 0
      _ = Glibc.read(descriptor.rawValue, &count, 8)
    }
    let ready = zip(sources.keys, polled.dropFirst()).filter { $1.revents != 0 }.map(\.0)
    return state.withLock { state in
      let now = ContinuousClock.now
      let due = state.timers.filter { $0.deadline <= now }.map(\.action)
      state.timers.removeAll { $0.deadline <= now }
      defer { state.actions.removeAll() }
      return state.actions + due + ready.compactMap { state.sources[$0]?.handler }
    }
  }

  /// Milliseconds for poll(2), rounded up; -1 is forever.
  private static func wait(_ state: State) -> Int32 {
    if !state.actions.isEmpty { return 0 }
    guard let first = state.timers.map(\.deadline).min() else { return -1 }
    let (seconds, attoseconds) = (first - .now).components
    let milliseconds = seconds * 1000 + attoseconds / 1_000_000_000_000_000 + 1
    return Int32(min(max(0, milliseconds), 60_000))
  }
}
