import CNVML
import Foundation
import Synchronization

/// Waits for errors the driver reports (XID) on a thread of its own, as the call for it blocks.
final class NVMLEventWatch: Sendable {
  private struct State {
    var events: [UInt: [GPUEvent]] = [:]
    var isStopped = false
    var isOver = true
    var waiting: [CheckedContinuation<Void, Never>] = []
  }

  /// So many of each device are kept.
  private static let kept = 32
  /// How long one call waits, in milliseconds; the thread ends within it.
  private static let interval: UInt32 = 1000

  private let library: NVMLLibrary
  private let now: @Sendable () -> Double
  /// The set is only a name to the driver.
  private nonisolated(unsafe) let set: nvml_event_set_t?
  private let state = Mutex(State())

  /// Makes the set of events; blocks.
  /// - Parameter now: Seconds since 1970.
  init(_ library: NVMLLibrary, now: @escaping @Sendable () -> Double) {
    self.library = library
    self.now = now
    var set: nvml_event_set_t?
    let code = library.symbols.createEvents?(&set)
    self.set = code == NVMLReturnCode.success.rawValue ? set : nil
  }

  /// Watches a device from now on; blocks for a moment.
  func register(_ handle: NVMLHandle) {
    guard let set, let function = library.symbols.registerEvents,
      let wait = library.symbols.waitForEvent,
      function(handle.pointer, UInt64(NVML_EVENT_XID), set) == NVMLReturnCode.success.rawValue
    else { return }
    let starts = state.withLock { state in
      guard state.isOver, !state.isStopped else { return false }
      state.isOver = false
      return true
    }
    guard starts else { return }
    let thread = Thread { [self] in
      run(wait)
      let waiting = state.withLock { state in
        state.isOver = true
        defer { state.waiting = [] }
        return state.waiting
      }
      for continuation in waiting { continuation.resume() }
    }
    thread.name = "atelier.nvml.events"
    thread.stackSize = 256 << 10
    thread.start()
  }

  /// What came of a device since it is watched, oldest first.
  func events(of handle: NVMLHandle) -> [GPUEvent] {
    state.withLock { $0.events[UInt(bitPattern: handle.pointer)] ?? [] }
  }

  /// Ends the thread, and returns when it has ended.
  func finish() async {
    await withCheckedContinuation { continuation in
      let isOver = state.withLock { state in
        state.isStopped = true
        if !state.isOver { state.waiting.append(continuation) }
        return state.isOver
      }
      if isOver { continuation.resume() }
    }
    if let set { _ = library.symbols.freeEvents?(set) }
  }

  private func run(_ wait: nvml_event_wait_function) {
    guard let set else { return }
    while !state.withLock(\.isStopped) {
      var event = nvml_event_t()
      let code = NVMLReturnCode(rawValue: wait(set, &event, Self.interval))
      if code == .timeout { continue }
      // A set that answers anything else has nothing more to tell.
      guard code == .success else { return }
      guard event.type & UInt64(NVML_EVENT_XID) != 0, let xid = Int(exactly: event.data) else {
        continue
      }
      let time = now()
      state.withLock { state in
        let key = UInt(bitPattern: event.device)
        let events = (state.events[key] ?? []) + [GPUEvent(xid: xid, time: time)]
        state.events[key] = events.suffix(Self.kept)
      }
    }
  }
}
