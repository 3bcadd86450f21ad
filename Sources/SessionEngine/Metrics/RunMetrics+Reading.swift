extension RunMetrics {
  /// Reads one line of output; answers whether it held a figure or a fact.
  ///
  /// Patterns of an exercise need a `MetricsCollector`; so do floods of lines, which it reads many
  /// times as fast.
  @discardableResult
  public mutating func read(_ line: String) -> Bool {
    var reader = OutputReader(names: series.map(\.name))
    var figures = LineFigures()
    var line = line
    let held = line.withUTF8 {
      reader.read($0, context: &context, clock: nil, into: &figures)
    }
    if held { take(figures, at: context.place(of: figures), reader.table) }
    return held
  }

  /// Keeps what a line said.
  mutating func take(_ figures: LineFigures, at place: FigurePlace, _ table: SeriesTable) {
    if figures.hasWords {
      if let facts = figures.facts { take(facts) }
      if let bar = figures.bar { self.bar = bar }
    }
    if let epoch = place.epoch { self.epoch = epoch }
    if let step = place.step { self.step = step }
    if let done = place.epochsDone { epochsDone = done }
    if series.count < table.names.count {
      for number in series.count..<table.names.count {
        series.append(SeriesReading(name: table.names[number], last: .nan, count: 0))
      }
    }
    var said = EpochPoint(epoch: place.epoch ?? 0)
    for figure in figures.values {
      series[figure.series].last = figure.value
      series[figure.series].count += 1
      note(figure.value, table.kinds[figure.series], in: &said)
    }
    guard figures.givesPoints, let epoch = place.epoch, let done = place.epochsDone else { return }
    if endsEpoch(figures, place, said) {
      finish(said, isFromBar: figures.fraction != nil || figures.isTest)
      // Beside the losses of steps it is their mean, which stands on no step of the curve.
      if let loss = said.loss, !hasSteps(inEpoch: epoch) {
        append(LossPoint(progress: place.isExact ? done : Double(epoch), loss: loss))
      }
    } else if place.isExact, let loss = said.loss {
      append(LossPoint(progress: done, loss: loss))
    }
  }

  /// Figures that came out of a file are kept like printed ones.
  mutating func take(_ point: MetricPoint, series number: Int, _ table: SeriesTable) {
    var figures = LineFigures()
    figures.values = [.init(series: number, value: point.value)]
    let place = FigurePlace(
      epoch: point.epoch.map { max(1, Int(min($0, 1e12).rounded(.up))) }, epochsDone: point.epoch,
      isExact: point.epoch != nil, step: point.step)
    take(figures, at: place, table)
  }

  private mutating func take(_ facts: RunFacts) {
    framework = facts.framework ?? framework
    frameworkVersion = facts.frameworkVersion ?? frameworkVersion
    device = facts.device ?? device
    deviceName = facts.deviceName ?? deviceName
    cuda = facts.cuda ?? cuda
  }

  private mutating func note(_ value: Double, _ kind: SeriesKind, in said: inout EpochPoint) {
    switch kind {
    case .loss:
      loss = value
      hasPlainLoss = true
      said.loss = value
    case .trainingLoss:
      if !hasPlainLoss {
        loss = value
        said.loss = value
      }
    case .accuracy:
      if !hasHeldOutAccuracy {
        accuracy = value
        said.accuracy = said.accuracy ?? value
      }
    case .heldOutAccuracy:
      accuracy = value
      hasHeldOutAccuracy = true
      said.accuracy = value
    case .imagesPerSecond:
      imagesPerSecond = value
      said.imagesPerSecond = value
    case .elapsed:
      elapsedSeconds = value
      said.elapsedSeconds = value
    case .peakMemory:
      if value >= 0, value <= 1e18 { peakMemoryBytes = UInt64(value) }
    case .other: break
    }
  }

  /// The last word of an epoch is a test's, a bar's that is full, a line's with an accuracy, or one
  /// that counts no step.
  private func endsEpoch(
    _ figures: LineFigures, _ place: FigurePlace, _ said: EpochPoint
  ) -> Bool {
    guard let done = place.epochsDone else { return false }
    if figures.isTest { return said.accuracy != nil }
    if let fraction = figures.fraction { return fraction == 1 }
    guard done == done.rounded(), done >= 1 || !place.isExact else { return false }
    if said.accuracy != nil { return said.loss != nil || figures.step == nil }
    return figures.epochCount != .done && figures.step == nil && said.loss != nil
  }

  /// What a bar or a test leaves out was said before.
  private mutating func finish(_ said: EpochPoint, isFromBar: Bool) {
    var point = said
    if isFromBar { point.loss = said.loss ?? loss }
    if let last = epochs.last, last.epoch == said.epoch {
      point.loss = point.loss ?? last.loss
      point.accuracy = point.accuracy ?? last.accuracy
      point.imagesPerSecond = point.imagesPerSecond ?? last.imagesPerSecond
      point.elapsedSeconds = point.elapsedSeconds ?? last.elapsedSeconds
    }
    while let last = epochs.last, last.epoch >= said.epoch { epochs.removeLast() }
    epochs.append(point)
  }

  private func hasSteps(inEpoch epoch: Int) -> Bool {
    guard let last = losses.last?.progress else { return false }
    return last > Double(epoch - 1) && last < Double(epoch)
  }

  private mutating func append(_ point: LossPoint) {
    if let last = losses.last, point.progress < last.progress {
      losses.removeAll { $0.progress >= point.progress }
    }
    losses.append(point)
    if losses.count > Self.mostLossPoints {
      let last = losses.count - 1
      losses = losses.enumerated().filter { $0.offset % 2 == 0 || $0.offset == last }.map(\.element)
    }
  }
}
