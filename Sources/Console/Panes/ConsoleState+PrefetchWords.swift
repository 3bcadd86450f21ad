import SessionEngine

extension ConsoleState {
  /// When a part of the day begins, such as `14:10`.
  func segmentTime(_ id: String) -> String {
    workshop.segments.first { $0.id == id }.map { roomClock.startTime(of: $0).text } ?? id
  }

  func phaseWords(_ phase: PrefetchSnapshot.Item.Phase) -> String {
    switch phase {
    case .waiting: "waiting"
    case .installing(let id):
      runs[id]?.snapshot.progress.map { "installing · \($0.words)" } ?? "installing"
    case .installed: "installed"
    case .failed(let diagnosis): "failed: \(diagnosis.words)"
    case .skipped(let why): "left out: \(why)"
    }
  }

  /// What stands above the list of the queue.
  var prefetchWords: [String] {
    var words = [
      "Installs what coming parts of the day need while there is a talk or a break, "
        + "in the order of the outline. A run always goes first."
    ]
    guard let prefetch else { return words + ["The queue is not known yet."] }
    if prefetch.items.isEmpty { words.append("Nothing is left to be installed.") }
    let waiting = prefetch.items.filter { $0.phase == .waiting }
    let known = waiting.compactMap(\.downloadBytes).reduce(0, +)
    let unknown = waiting.count { $0.downloadBytes == nil }
    let free = prefetch.freeDiskBytes.map { "\(RunWords.bytes($0)) free" } ?? "free disk n/a"
    let sizes =
      switch (waiting.count, unknown) {
      case (0, _): ""
      case (_, 0): "To download: \(RunWords.bytes(known))"
      case (unknown, _): "To download: n/a before it is solved"
      default: "To download: \(RunWords.bytes(known)) and \(unknown) of unknown size"
      }
    words.append([sizes, free].filter { !$0.isEmpty }.joined(separator: " · "))
    if hasAgreedToPrefetch, prefetch.isPaused {
      words.append("Paused: p goes on.")
    } else if let reason = prefetch.waitsFor {
      words.append(reason)
    }
    return words
  }

  /// One line about what is being fetched; nil while nothing is.
  var prefetchLine: String? {
    guard let item = prefetchedItem, case .installing(let id) = item.phase else { return nil }
    var line = "prefetching \(item.environment) for \(segmentTime(item.segment))"
    if let total = item.downloadBytes {
      let fraction = runs[id]?.snapshot.progress?.fraction
      let done = fraction.map { RunWords.bytes(UInt64(Double(total) * max(0, min(1, $0)))) }
      line += " · " + (done.map { "\($0) of " } ?? "") + RunWords.bytes(total)
    }
    return line
  }
}
