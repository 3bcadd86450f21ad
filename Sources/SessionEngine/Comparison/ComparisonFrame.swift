/// What all runs of a comparison have in common, so that each figure is taken alike of every one.
struct ComparisonFrame: Sendable {
  /// The largest epoch every counted run has finished; nil when one told of none.
  let sharedEpochs: Int?
  /// Whether every counted run finished the same number of epochs.
  let hasSameEpochs: Bool
  /// How many epochs each side finished, for a note; nil where that is not known or not alike.
  let epochsOfSides: [Int?]
  let loss: String?
  let accuracy: String?
  let speed: String?
  /// A share, 0 to 1, that every counted run reached, cut to a tenth of a percent.
  let accuracyTarget: Double?
  /// Whether times are by each run's own clock; otherwise they are from its start.
  let usesOwnClock: Bool

  init(_ sides: [ComparedSide]) {
    let runs = sides.flatMap(\.counted)
    // A run that ended before it gave any figure says nothing about what the others share.
    let telling = runs.filter { !$0.series.isEmpty }
    func common(_ names: [String]) -> String? {
      names.first { name in
        !telling.isEmpty && telling.allSatisfy { $0.series[name]?.isEmpty == false }
      } ?? names.first { name in telling.contains { $0.series[name]?.isEmpty == false } }
    }
    loss = common(ComparedSeries.losses)
    let accuracy = common(ComparedSeries.accuracies)
    self.accuracy = accuracy
    speed = common(ComparedSeries.speeds)

    let epochs = telling.map(\.finishedEpochs)
    let known = epochs.compactMap(\.self)
    sharedEpochs = known.count == epochs.count ? known.min() : nil
    hasSameEpochs = Set(epochs).count <= 1
    epochsOfSides = sides.map { side in
      let counts = Set(side.counted.map(\.finishedEpochs))
      return counts.count == 1 ? counts.first ?? nil : nil
    }

    let best = telling.map { run in
      accuracy.flatMap { run.series[$0]?.map(\.value).max() }.map(Self.share)
    }
    let reached = best.compactMap(\.self)
    let lowest = reached.count == telling.count ? reached.min() : nil
    accuracyTarget = lowest.map { ($0 * 1000 + 1e-9).rounded(.down) / 1000 }.flatMap {
      $0 > 0 ? $0 : nil
    }
    usesOwnClock =
      !telling.isEmpty
      && telling.allSatisfy { run in run.ownClock[run.finishedEpochs ?? 0] != nil }
  }

  /// Accuracies come as shares or, from some programs, as percent.
  static func share(_ value: Double) -> Double { value > 1 ? value / 100 : value }

  /// Seconds at the end of each epoch.
  func clock(of run: ComparedRun) -> [Int: Double] {
    usesOwnClock ? run.ownClock : run.readingClock
  }
}
