/// A recording of GPU figures, read whole.
public struct GPURecording: Sendable, Hashable {
  /// The file's name without folder and extension, and that it is simulated where it is.
  public let name: String
  public let header: GPURecordingHeader
  /// In the order of their times, which all differ; at least one. Each has the origin of a replay.
  public let rounds: [GPUReport]
  /// What is wrong with the file, each a sentence; empty when every line could be read.
  public let notes: [String]

  /// The seconds from the first round to the last.
  public var seconds: Double { rounds[rounds.count - 1].time - rounds[0].time }

  init(name: String, header: GPURecordingHeader, rounds: [GPUReport], notes: [String]) {
    let isSimulated =
      header.origin != "live"
      || rounds.contains { if case .live = $0.origin { false } else { true } }
    let name = isSimulated ? "\(name) (simulated)" : name
    self.name = name
    self.header = header
    self.notes = notes
    self.rounds = rounds.map { round in
      var round = round
      round.origin = .replay(of: name)
      return round
    }
  }

  /// The last round that was made so many seconds after the first, or before that moment.
  func index(at seconds: Double) -> Int {
    var (low, high) = (0, rounds.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if offset(of: middle) <= seconds { low = middle } else { high = middle }
    }
    return low
  }

  /// How many seconds after the first a round was made.
  func offset(of index: Int) -> Double { rounds[index].time - rounds[0].time }
}
