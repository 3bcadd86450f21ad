extension OutputReader {
  mutating func readBar(
    _ line: Bytes, _ parts: BarReader.Parts, context: ReadingContext,
    into figures: inout LineFigures
  ) {
    let label = ByteSearch.slice(line, parts.label)
    figures.bar = BarReader.state(parts, of: line)
    guard let inside = parts.inside, !BarReader.isAside(label) else { return }
    let done = FigureText.count(ByteSearch.slice(line, parts.done))
    let total = FigureText.count(ByteSearch.slice(line, parts.total))
    figures.step = done
    if let epoch = BarReader.epoch(label) {
      figures.plannedEpochs = epoch.planned
      figures.fraction = figures.bar?.fraction
      // Lightning counts from 0 and shows the number of its log.
      let isLightning = ByteSearch.first(" v_num=", in: line, from: inside.lowerBound) != nil
      figures.epochCount = isLightning ? .fromOne : .own
      figures.epoch = Double(epoch.number + (isLightning ? 1 : 0))
      let before = epoch.number - (isLightning || context.countsFromZero ? 0 : 1)
      if let done, let total { figures.step = max(0, before) * total + done }
    }
    let step = figures.step
    BarReader.forEachField(line, inside) { field in
      if let speed = BarReader.speed(field) {
        if let series = table.series("\(speed.series)") {
          add(series, speed.value, at: step, isRate: true, into: &figures)
        }
      } else if let sign = ByteSearch.first(UInt8(ascii: "="), in: field) {
        addItem(
          ByteSearch.slice(field, 0..<sign), ByteSearch.slice(field, sign + 1..<field.count),
          into: &figures)
      }
    }
  }

  mutating func readKeras(
    _ line: Bytes, from start: Int, context: inout ReadingContext, into figures: inout LineFigures
  ) -> Bool {
    guard let parts = KerasReader.parts(of: line, from: start) else { return false }
    figures.bar = BarState(
      label: "", done: "\(parts.done)", total: parts.total.map { "\($0)" },
      fraction: parts.total.map { $0 > 0 ? Double(parts.done) / Double($0) : 0 })
    // A bar that begins again without a new epoch is one of `evaluate` or `predict`.
    if let before = context.barDone, parts.done < before {
      context.barDone = .max
      return true
    }
    context.barDone = parts.done
    figures.step = parts.done
    if let epoch = context.epoch {
      figures.epoch = Double(epoch)
      figures.epochCount = .fromOne
      figures.fraction = figures.bar?.fraction
      if let total = parts.total { figures.step = (epoch - 1) * total + parts.done }
    }
    for item in parts.items {
      addItem(
        ByteSearch.slice(line, item.name), ByteSearch.slice(line, item.value), into: &figures)
    }
    return true
  }

  mutating func readExample(
    _ line: Bytes, context: ReadingContext, into figures: inout LineFigures
  ) -> Bool {
    if let training = ExampleReader.training(line) {
      figures.epoch = Double(training.epoch)
      figures.epochCount = .fromOne
      figures.fraction = Double(training.done) / Double(training.total)
      figures.step = max(0, training.epoch - 1) * training.total + training.done
      figures.bar = BarState(
        label: "", done: "\(training.done)", total: "\(training.total)",
        fraction: figures.fraction)
      add("loss", training.loss, into: &figures)
      return true
    }
    guard let test = ExampleReader.test(line) else { return false }
    figures.isTest = true
    if let epoch = context.epoch {
      figures.epoch = Double(epoch)
      figures.epochCount = .fromOne
    }
    add("test_loss", test.loss, into: &figures)
    add("test_accuracy", test.accuracy, into: &figures)
    return true
  }

  private mutating func add(
    _ name: String, _ value: Double, into figures: inout LineFigures
  ) {
    guard let series = table.series(name) else { return }
    figures.values.append(.init(series: series, value: value))
  }

  private mutating func addItem(_ name: Bytes, _ value: Bytes, into figures: inout LineFigures) {
    // The number of Lightning's log is no figure of the training.
    guard !ByteSearch.has("v_num", in: name), let number = FigureText.number(value),
      let entryNumber = table.enter(name)
    else { return }
    let entry = table.entry(entryNumber)
    guard entry.role == .series else { return }
    add(entry.series, number, at: figures.step, isRate: false, into: &figures)
  }

  /// A bar goes on showing its last figures: only what has changed is a new one, but for its speed,
  /// which is new at every step.
  private mutating func add(
    _ series: Int, _ value: Double, at step: Int?, isRate: Bool, into figures: inout LineFigures
  ) {
    if let last = told[series], isRate ? last.step == step : last.value == value { return }
    told[series] = (step, value)
    figures.values.append(.init(series: series, value: value))
  }
}
