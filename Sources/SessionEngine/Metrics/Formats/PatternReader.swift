import WorkshopModel

/// Reads the lines that one of an exercise's patterns matches.
///
/// Swift's regular expressions go back and try again, and nothing can interrupt them: lines above
/// `longestLine` bytes are not tried, a pattern is tried only where its plain beginning stands, and
/// one that takes too long on a line is put aside for the rest of the run. `MetricPattern` has
/// refused those whose time grows beyond all bounds.
struct PatternReader {
  typealias Bytes = UnsafeBufferPointer<UInt8>

  /// In bytes.
  static let longestLine = 512
  /// Seconds that one line may take.
  static let longestMatch = 0.25

  private let pattern: MetricPattern
  private let opening: [UInt8]
  /// Nil once the pattern is put aside. Expressions are not Sendable; this one is never shared, and
  /// its owner is read and changed under one lock.
  nonisolated(unsafe) private var expression: Regex<AnyRegexOutput>?
  private var fault: String?

  init(_ pattern: MetricPattern) {
    self.pattern = pattern
    opening = Array(pattern.opening.utf8)
    expression = try? Regex(pattern.text).matchingSemantics(.unicodeScalar)
  }

  /// Why the pattern was put aside; told once.
  mutating func takeFault() -> String? {
    defer { fault = nil }
    return fault
  }

  mutating func read(
    _ line: Bytes, clock: (() -> Double)?, table: inout SeriesTable,
    into figures: inout LineFigures
  ) -> Bool {
    guard let expression, line.count <= Self.longestLine, mayMatch(line) else { return false }
    let start = clock?() ?? 0
    let match = String(decoding: line, as: UTF8.self).firstMatch(of: expression)
    if let clock, clock() - start > Self.longestMatch {
      self.expression = nil
      fault =
        "The pattern `\(pattern.text)` took too long on a line of output and is not tried again. "
        + "Begin it with plain words, and use fewer `.*` in it."
    }
    guard let match else { return false }
    var held = false
    for (name, group) in pattern.groups {
      guard let text = match.output.first(where: { $0.name == name })?.substring else { continue }
      let number = Array(text.utf8).withUnsafeBufferPointer { FigureText.number($0) }
      guard let number else { continue }
      held = true
      switch group {
      case .epoch: figures.epoch = number
      case .step: figures.step = OutputReader.count(number)
      case .series:
        if let series = table.series(SeriesName.unified(name)) {
          figures.values.append(.init(series: series, value: number))
        }
      }
    }
    return held
  }

  private func mayMatch(_ line: Bytes) -> Bool {
    opening.isEmpty || ByteSearch.contains(opening, in: line)
  }
}
