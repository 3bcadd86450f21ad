import WorkshopModel

/// Reads lines of output as figures, in whichever of the known formats each of them is.
///
/// An exercise's own patterns come first. What is no figure is passed over: most lines are told
/// apart by their first byte and by the absence of `=` and `|`.
struct OutputReader {
  typealias Bytes = UnsafeBufferPointer<UInt8>

  var table: SeriesTable
  var list = PairList()
  /// The keys of the last line that held numbers only.
  var template = LineTemplate()
  private var patterns: [PatternReader]
  /// The place and value a bar told last of each series.
  var told: [Int: (step: Int?, value: Double)] = [:]

  /// - Parameter names: Series that keep their numbers.
  init(names: [String] = [], patterns: [MetricPattern] = []) {
    table = SeriesTable(names: names)
    self.patterns = patterns.map(PatternReader.init)
  }

  /// Patterns that were put aside, with the reason, since this was last asked.
  mutating func takeFaults() -> [String] {
    patterns.indices.compactMap { patterns[$0].takeFault() }
  }

  /// Answers whether the line holds figures or facts.
  mutating func read(
    _ line: Bytes, context: inout ReadingContext, clock: (() -> Double)?,
    into figures: inout LineFigures
  ) -> Bool {
    var start = 0
    while start < line.count, FigureText.isSpace(line[start]) { start += 1 }
    guard start < line.count else { return false }
    figures.clear()
    if patterns.isEmpty, template.read(line, into: &figures) { return true }
    let held = readFormats(line, from: start, context: &context, clock: clock, into: &figures)
    figures.isUsed = figures.isUsed || held
    return held
  }

  private mutating func readFormats(
    _ line: Bytes, from start: Int, context: inout ReadingContext, clock: (() -> Double)?,
    into figures: inout LineFigures
  ) -> Bool {
    for index in patterns.indices
    where patterns[index].read(line, clock: clock, table: &table, into: &figures) {
      return true
    }
    switch line[start] {
    case UInt8(ascii: "{"): return readObject(line, into: &figures)
    case 0x30...0x39:
      if readKeras(line, from: start, context: &context, into: &figures) { return true }
    case UInt8(ascii: "E"):
      if let header = KerasReader.header(line) {
        figures.epoch = Double(header.epoch)
        figures.epochCount = .fromOne
        figures.fraction = 0
        figures.plannedEpochs = header.planned
        context.barDone = nil
        return true
      }
    case UInt8(ascii: "T"):
      if readExample(line, context: context, into: &figures) { return true }
    default: break
    }
    if let parts = BarReader.parts(of: line) {
      readBar(line, parts, context: context, into: &figures)
      return true
    }
    guard ByteSearch.first(UInt8(ascii: "="), in: line, from: start) != nil else { return false }
    return readPairs(of: line, into: &figures) { LogfmtReader.read($0, into: &$1) }
  }

  /// How far an unfinished line says that the program has come.
  static func pendingBar(_ line: Bytes) -> BarState? {
    BarReader.parts(of: line).map { BarReader.state($0, of: line) }
  }

  private mutating func readObject(_ line: Bytes, into figures: inout LineFigures) -> Bool {
    readPairs(of: line, into: &figures) { line, list in
      if !ObjectReader.read(line, into: &list) { list.clear() }
    }
  }

  private mutating func readPairs(
    of line: Bytes, into figures: inout LineFigures, _ read: (Bytes, inout PairList) -> Void
  ) -> Bool {
    // Moved out and back, so that the list and the table can change at once without a copy.
    var list = PairList()
    swap(&list, &self.list)
    defer { swap(&list, &self.list) }
    list.clear()
    read(line, &list)
    guard !list.pairs.isEmpty else { return false }
    return list.keys.withUnsafeBufferPointer { take(list, nested: $0, line, into: &figures) }
  }
}
