extension ComparedRun {
  /// A figure at the end of one epoch.
  struct EpochValue: Hashable {
    /// Counted from 1.
    let epoch: Int
    /// Seconds from the run's start to the moment it was read; nil when not known.
    let seconds: Double?
    let value: Double
  }

  /// The series' last value of each whole epoch, in order; empty when it names no whole epoch.
  func epochValues(of series: String) -> [EpochValue] {
    Self.epochValues(in: self.series[series] ?? [])
  }

  /// The last value of each whole epoch, in order.
  static func epochValues(in points: [MetricPoint]) -> [EpochValue] {
    var byEpoch: [Int: MetricPoint] = [:]
    for point in points {
      if let epoch = CurvePlaces.wholeEpoch(point.epoch) { byEpoch[epoch] = point }
    }
    return byEpoch.sorted { $0.key < $1.key }.map { epoch, point in
      EpochValue(
        epoch: epoch, seconds: point.seconds >= 0 ? point.seconds : nil, value: point.value)
    }
  }

  /// The last epoch it finished, which is one it gave an accuracy, an elapsed time or a speed for;
  /// nil when it told of none.
  var finishedEpochs: Int? {
    let telling = [ComparedSeries.elapsed] + ComparedSeries.accuracies + ComparedSeries.losses
    for name in telling where series[name] != nil {
      if let last = epochValues(of: name).last { return last.epoch }
    }
    return nil
  }

  /// Seconds at the end of each epoch by the run's own clock; empty unless it has one.
  var ownClock: [Int: Double] {
    Dictionary(
      epochValues(of: ComparedSeries.elapsed).map { ($0.epoch, $0.value) },
      uniquingKeysWith: { $1 })
  }

  /// Seconds from the run's start to the end of each epoch, as its lines were read.
  var readingClock: [Int: Double] {
    for name in ComparedSeries.accuracies + ComparedSeries.losses + ComparedSeries.speeds
    where series[name] != nil {
      let pairs = epochValues(of: name).compactMap { point in
        point.seconds.map { (point.epoch, $0) }
      }
      if !pairs.isEmpty { return Dictionary(pairs, uniquingKeysWith: { $1 }) }
    }
    return [:]
  }

  /// Whether it said that it computed on the CPU; nil when it said nothing.
  var isOnCPU: Bool? { facts["device"].map { $0.lowercased().hasPrefix("cpu") } }

  /// Such as `#3`, with the name a person gave it.
  var label: String { name.map { "\(id) (\($0))" } ?? "\(id)" }

  /// A series as a curve shows it: beside the losses of steps, an epoch's loss is their mean, which
  /// stands on no step and is left out. It is on a line with an accuracy.
  func stepPoints(of name: String) -> [MetricPoint] {
    let points = series[name] ?? []
    guard ComparedSeries.losses.contains(name) else { return points }
    let steps = Set(points.compactMap { $0.epoch.flatMap(Self.epochOfStep) })
    let ends = Set(
      ComparedSeries.accuracies.flatMap { series[$0] ?? [] }.compactMap { point in
        point.step.map { [$0, Int(point.epoch ?? 0)] }
      })
    return points.filter { point in
      guard let epoch = CurvePlaces.wholeEpoch(point.epoch), let step = point.step else {
        return true
      }
      return !(steps.contains(epoch) && ends.contains([step, epoch]))
    }
  }

  /// The epoch a step within one belongs to, counted from 1; nil for the end of an epoch.
  private static func epochOfStep(_ place: Double) -> Int? {
    guard place > 0, place < 1e9, place != place.rounded() else { return nil }
    return Int(place.rounded(.up))
  }
}
