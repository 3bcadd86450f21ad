import ProcessRunner

extension ComparedRun {
  /// A run of this session as it stands now; its packages are not known.
  ///
  /// A snapshot tells only when epochs ended, by the run's own clock: losses within an epoch have
  /// no time and stand on the epochs' axis alone.
  public init(_ snapshot: RunSnapshot, gpu: GPUUse? = nil) {
    var report: ExitReport?
    if case .ended(let ended) = snapshot.state { report = ended }
    self.init(
      id: snapshot.id, exercise: snapshot.exercise, environment: snapshot.environment,
      provider: snapshot.provider.rawValue, title: snapshot.title, name: snapshot.name,
      commandLine: snapshot.commandLine, options: snapshot.options,
      startedAt: snapshot.startedAt,
      standing: report.map { RunStanding($0.outcome, wasStopped: false) } ?? .alive,
      seconds: report?.seconds, cpuSeconds: report?.cpuSeconds,
      peakMemoryBytes: report?.peakMemoryBytes, log: snapshot.log,
      batch: snapshot.batch.map { String($0.number) }, repetition: snapshot.repetition,
      facts: Self.facts(snapshot.metrics), series: Self.series(snapshot.metrics), gpu: gpu)
  }

  private static func facts(_ metrics: RunMetrics) -> [String: String] {
    let pairs = [
      "framework": metrics.framework, "version": metrics.frameworkVersion,
      "device": metrics.device, "device_name": metrics.deviceName, "cuda": metrics.cuda,
    ]
    return pairs.compactMapValues(\.self)
  }

  private static func series(_ metrics: RunMetrics) -> [String: [MetricPoint]] {
    var series: [String: [MetricPoint]] = [:]
    func add(_ name: String, epoch: Double, seconds: Double?, _ value: Double?) {
      guard let value, value.isFinite else { return }
      series[name, default: []].append(
        MetricPoint(
          series: name, epoch: epoch, seconds: seconds ?? MetricPoint.unknownSeconds,
          value: value))
    }
    let ends = Dictionary(
      metrics.epochs.map { (Double($0.epoch), $0.elapsedSeconds) }, uniquingKeysWith: { $1 })
    // The losses of whole epochs stand in the list of epochs, those of steps in their own.
    let told = Dictionary(
      metrics.epochs.map { (Double($0.epoch), $0.loss) }, uniquingKeysWith: { $1 })
    let within = metrics.losses.filter { (told[$0.progress] ?? nil) == nil }
      .map { ($0.progress, $0.loss) }
    let whole = told.compactMap { epoch, loss in loss.map { (epoch, $0) } }
    for (epoch, loss) in (within + whole).sorted(by: { $0.0 < $1.0 }) {
      add(ComparedSeries.loss, epoch: epoch, seconds: ends[epoch] ?? nil, loss)
    }
    for point in metrics.epochs {
      let epoch = Double(point.epoch)
      let seconds = point.elapsedSeconds
      add(ComparedSeries.accuracy, epoch: epoch, seconds: seconds, point.accuracy)
      add(ComparedSeries.imagesPerSecond, epoch: epoch, seconds: seconds, point.imagesPerSecond)
      add(ComparedSeries.elapsed, epoch: epoch, seconds: seconds, seconds)
    }
    if let last = metrics.epochs.last, let peak = metrics.peakMemoryBytes {
      add(
        ComparedSeries.peakMemoryBytes, epoch: Double(last.epoch), seconds: last.elapsedSeconds,
        Double(peak))
    }
    return series
  }
}

extension MetricPoint {
  /// Stands for a moment nobody noted; no time is negative.
  static let unknownSeconds = -1.0
}
