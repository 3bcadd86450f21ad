/// One call into the driver and the figures it answers.
struct NVMLQuestion: Sendable {
  enum Pace: Sendable {
    /// What does not change while the driver is loaded.
    case once
    /// What changes rarely: in one round out of a few.
    case calm
    case everyRound
  }

  let pace: Pace
  let metrics: [GPUMetric]
  /// Answers a value for each metric, in order; nil for one that is not known.
  let ask: @Sendable (NVMLHandle) -> NVMLReading<[Double?]>

  init(
    _ pace: Pace, _ metrics: [GPUMetric],
    _ ask: @escaping @Sendable (NVMLHandle) -> NVMLReading<[Double?]>
  ) {
    self.pace = pace
    self.metrics = metrics
    self.ask = ask
  }

  /// A question with one answer, which is divided to be in the metric's unit.
  init(
    _ pace: Pace, _ metric: GPUMetric, dividedBy divisor: Double = 1,
    _ ask: @escaping @Sendable (NVMLHandle) -> NVMLReading<Double>
  ) {
    self.init(pace, [metric]) { handle in ask(handle).map { [$0 / divisor] } }
  }
}
