extension RunFigure {
  /// The figure of one run in the figure's unit; nil where the run does not give it.
  func value(of run: ComparedRun, in frame: ComparisonFrame) -> Double? {
    let isWhole = run.standing == .succeeded
    switch self {
    case .imagesPerSecond: return Self.speed(of: run, frame)
    case .trainingSeconds:
      guard isWhole, let last = run.finishedEpochs else { return nil }
      return frame.clock(of: run)[last]
    case .secondsPerEpoch: return Self.secondsPerEpoch(of: run, frame)
    case .secondsToAccuracy: return Self.secondsToAccuracy(of: run, frame)
    case .lossAfterEpochs:
      return frame.hasSameEpochs ? nil : Self.shared(frame.loss, of: run, frame)
    case .finalLoss: return Self.last(frame.loss, of: run)
    case .accuracyAfterEpochs:
      return frame.hasSameEpochs
        ? nil : Self.shared(frame.accuracy, of: run, frame).map(Self.percent)
    case .finalAccuracy: return Self.last(frame.accuracy, of: run).map(Self.percent)
    case .bestAccuracy:
      return frame.accuracy.flatMap { run.series[$0]?.map(\.value).max() }.map(Self.percent)
    case .wallSeconds: return isWhole ? run.seconds : nil
    case .cpuSeconds: return isWhole ? run.cpuSeconds : nil
    case .peakMemoryBytes:
      return run.peakMemoryBytes.map { Double($0) }
        ?? (run.isOnCPU == true ? Self.saidPeak(of: run) : nil)
    case .gpuPeakMemoryBytes:
      guard run.isOnCPU != true else { return nil }
      return (run.isOnCPU == false ? Self.saidPeak(of: run) : nil)
        ?? run.gpu?.peakMemoryBytes.map { Double($0) }
    case .gpuMeanMemoryBytes: return run.gpu?.meanMemoryBytes.map { Double($0) }
    case .gpuSeconds: return isWhole ? run.gpu?.seconds : nil
    case .gpuPeakUtilizationPercent: return run.gpu?.peakUtilizationPercent
    case .gpuUtilizationPercent: return run.gpu?.meanUtilizationPercent
    case .gpuEnergyJoules: return isWhole ? run.gpu?.energyJoules : nil
    case .gpuJoulesPerThousandImages:
      let images = GPUUse.counts.lazy.compactMap { run.series[$0]?.map(\.value).max() }.first
      return isWhole ? run.gpu?.joulesPerThousandImages(images) : nil
    }
  }

  private static func percent(_ value: Double) -> Double { ComparisonFrame.share(value) * 100 }

  /// The median over the epochs that every run has finished: the first one compiles, and is no
  /// more than one of them. A run that names no epochs gives the median of all it said.
  private static func speed(of run: ComparedRun, _ frame: ComparisonFrame) -> Double? {
    guard let name = frame.speed else { return nil }
    return MedianSpeed.of(run.series[name] ?? [], upTo: frame.sharedEpochs ?? .max)
  }

  /// The median length of the epochs that every run has finished.
  private static func secondsPerEpoch(of run: ComparedRun, _ frame: ComparisonFrame) -> Double? {
    let clock = frame.clock(of: run)
    guard let shared = frame.sharedEpochs, shared > 0 else { return nil }
    // By the reading clock the first epoch begins before the program's first line.
    let first = frame.usesOwnClock ? 1 : 2
    guard first <= shared else { return nil }
    let lengths = (first...shared).compactMap { epoch -> Double? in
      guard let end = clock[epoch] else { return nil }
      let start = epoch == 1 ? 0 : clock[epoch - 1]
      return start.map { end - $0 }
    }
    return Spread(lengths)?.median
  }

  private static func secondsToAccuracy(
    of run: ComparedRun, _ frame: ComparisonFrame
  ) -> Double? {
    guard let target = frame.accuracyTarget, let name = frame.accuracy,
      let point = run.series[name]?.first(where: { ComparisonFrame.share($0.value) >= target })
    else { return nil }
    if let epoch = point.epoch, epoch >= 1, epoch <= 1e9, epoch == epoch.rounded(),
      let seconds = frame.clock(of: run)[Int(epoch)]
    {
      return seconds
    }
    return frame.usesOwnClock ? nil : CurveAxis.seconds.place(of: point)
  }

  private static func last(_ series: String?, of run: ComparedRun) -> Double? {
    guard let series else { return nil }
    return run.epochValues(of: series).last?.value ?? run.series[series]?.last?.value
  }

  private static func shared(
    _ series: String?, of run: ComparedRun, _ frame: ComparisonFrame
  ) -> Double? {
    guard let series, let epoch = frame.sharedEpochs else { return nil }
    return run.epochValues(of: series).first { $0.epoch == epoch }?.value
  }

  private static func saidPeak(of run: ComparedRun) -> Double? {
    run.series[ComparedSeries.peakMemoryBytes]?.map(\.value).max()
  }
}
