extension OutputReader {
  /// Answers whether the pairs are those of a training.
  mutating func take(
    _ list: PairList, nested: Bytes, _ line: Bytes, into figures: inout LineFigures
  ) -> Bool {
    guard tells(list, nested: nested, line) else { return false }
    var measures = false
    var counts: (done: Range<Int>?, total: Range<Int>?) = (nil, nil)
    figures.isUsed = true
    for (ordinal, pair) in list.pairs.enumerated() {
      let key = ByteSearch.slice(pair.isNested ? nested : line, pair.key)
      let bytes = ByteSearch.slice(line, pair.value)
      let number = pair.isQuoted ? nil : FigureText.number(bytes)
      guard
        let entryNumber =
          table.find(key, ordinal: ordinal) ?? (number == nil ? nil : table.enter(key))
      else {
        continue
      }
      let entry = table.entry(entryNumber)
      switch entry.role {
      case .series:
        if let number {
          figures.values.append(.init(series: entry.series, value: number))
          if entry.tells, table.kinds[entry.series] != .elapsed { measures = true }
        }
        if key.count == 4, ByteSearch.has("done", in: key) { counts.done = pair.value }
        if key.count == 5, ByteSearch.has("total", in: key) { counts.total = pair.value }
      case .epoch:
        figures.epoch = number ?? figures.epoch
        // A fraction, even `1.0`, is a share of the training done, and so are the epochs of
        // Transformers, whose lines are Python's dictionaries.
        if list.isPython || bytes.contains(UInt8(ascii: ".")) { figures.epochCount = .done }
      case .step: figures.step = number.flatMap(Self.count) ?? figures.step
      case .plannedEpochs: figures.plannedEpochs = number.flatMap(Self.count)
      case .stepsPerEpoch: figures.stepsPerEpoch = number.flatMap(Self.count)
      default: takeFact(entry.role, bytes, pair, into: &figures)
      }
    }
    takeBar(counts.done, counts.total, line, into: &figures)
    learn(list, line, measures: measures)
    // A line that tells of the machine and no training has no series: `device=cpu threads=4`.
    if !measures, figures.epoch == nil, figures.step == nil {
      figures.values.removeAll {
        table.kinds[$0.series] != .elapsed && table.kinds[$0.series] != .peakMemory
      }
      figures.givesPoints = false
    }
    return true
  }

  /// Remembers the line's keys where `LineTemplate` can read another of its kind.
  private mutating func learn(_ list: PairList, _ line: Bytes, measures: Bool) {
    template.clear()
    guard measures, !list.isPython else { return }
    var place = 0
    for (ordinal, pair) in list.pairs.enumerated() {
      let key = ByteSearch.slice(line, pair.key)
      guard !pair.isNested, !pair.isQuoted, pair.key.lowerBound == place,
        pair.value.lowerBound == pair.key.upperBound + 1,
        FigureText.leading(line, from: pair.value.lowerBound)?.end == pair.value.upperBound,
        let number = table.find(key, ordinal: ordinal)
      else { return template.clear() }
      let entry = table.entry(number)
      switch entry.role {
      case .series, .epoch, .step, .plannedEpochs, .stepsPerEpoch:
        template.add(key, entry.role, series: entry.series)
      default: return template.clear()
      }
      place = pair.value.upperBound + 1
    }
    if place != line.count + 1 { template.clear() }
  }

  private mutating func tells(_ list: PairList, nested: Bytes, _ line: Bytes) -> Bool {
    for (ordinal, pair) in list.pairs.enumerated() {
      let key = ByteSearch.slice(pair.isNested ? nested : line, pair.key)
      if let entry = table.find(key, ordinal: ordinal) {
        if table.entry(entry).tells { return true }
      } else if TellingWords.tells(key) {
        return true
      }
    }
    return false
  }

  private func takeFact(
    _ role: FigureRole, _ bytes: Bytes, _ pair: PairList.Pair, into figures: inout LineFigures
  ) {
    let text = Self.text(bytes, isQuoted: pair.isQuoted)
    var facts = figures.facts ?? RunFacts()
    switch role {
    case .event:
      if text == "end" { figures.givesPoints = false }
      figures.event = text
      return
    case .framework: facts.framework = text
    case .frameworkVersion: facts.frameworkVersion = text
    case .device: facts.device = text
    case .deviceName: facts.deviceName = text
    case .cuda:
      guard !text.isEmpty, text != "none" else { return }
      facts.cuda = text
    default: return
    }
    figures.facts = facts
  }

  /// What prepares itself says `event=pictures done=2000 total=6000`.
  private func takeBar(
    _ done: Range<Int>?, _ total: Range<Int>?, _ line: Bytes, into figures: inout LineFigures
  ) {
    guard let event = figures.event, let done, let total,
      let count = FigureText.count(ByteSearch.slice(line, done)),
      let all = FigureText.count(ByteSearch.slice(line, total)), all > 0
    else { return }
    figures.bar = BarState(
      label: event, done: "\(count)", total: "\(all)",
      fraction: min(1, Double(count) / Double(all)))
  }

  private static func text(_ bytes: Bytes, isQuoted: Bool) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    guard isQuoted, text.contains("\\") else { return text }
    var plain = ""
    var isEscaped = false
    for character in text {
      if character == "\\", !isEscaped {
        isEscaped = true
      } else {
        plain.append(character)
        isEscaped = false
      }
    }
    return plain
  }

  static func count(_ value: Double) -> Int? {
    value >= 0 && value <= 1e12 && value == value.rounded() ? Int(value) : nil
  }
}
