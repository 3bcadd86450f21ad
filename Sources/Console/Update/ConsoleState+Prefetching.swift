import SessionEngine
import TerminalCore

extension ConsoleState {
  /// The queue never begins by itself: Enter agrees to it once, and tries what failed once more.
  mutating func handleInPrefetch(_ press: KeyPress, _ scroll: Int) -> [ConsoleEffect] {
    switch press.key {
    case .up, .character("k"): dialog = .prefetch(scroll: max(0, scroll - 1))
    case .down, .character("j"):
      dialog = .prefetch(scroll: max(0, min((prefetch?.items.count ?? 0) - 1, scroll + 1)))
    case .enter where !hasAgreedToPrefetch || hasFailedPrefetch:
      if let readOnlyReason {
        notice = Notice(.information, readOnlyReason)
        return []
      }
      hasAgreedToPrefetch = true
      return [.startPrefetch]
    case .character("p") where hasAgreedToPrefetch:
      return [prefetch?.isPaused == true ? .resumePrefetch : .pausePrefetch]
    case .character("q"): dialog = nil
    default: break
    }
    return []
  }

  /// Whether something in the queue could not be installed and may be tried once more.
  var hasFailedPrefetch: Bool {
    prefetch?.items.contains { if case .failed = $0.phase { true } else { false } } == true
  }

  /// The item that is being installed, with its place in the queue.
  var prefetchedItem: PrefetchSnapshot.Item? {
    prefetch?.items.first { if case .installing = $0.phase { true } else { false } }
  }
}
