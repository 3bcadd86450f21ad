import Foundation

/// The keys of a `key=value` line that holds numbers only, with one space between its pairs.
///
/// A training prints millions of lines with the same keys. Where a line has those of the line
/// before, its figures are read in one pass and no key is looked up.
struct LineTemplate {
  typealias Bytes = UnsafeBufferPointer<UInt8>

  struct Field {
    /// With the `=`, within `keys`.
    let key: Range<Int>
    let role: FigureRole
    /// Of the series table; without meaning for other roles.
    let series: Int
  }

  private(set) var fields: [Field] = []
  private(set) var keys: [UInt8] = []

  var isEmpty: Bool { fields.isEmpty }

  mutating func clear() {
    fields.removeAll(keepingCapacity: true)
    keys.removeAll(keepingCapacity: true)
  }

  mutating func add(_ key: Bytes, _ role: FigureRole, series: Int) {
    let start = keys.count
    keys.append(contentsOf: key)
    keys.append(UInt8(ascii: "="))
    fields.append(Field(key: start..<keys.count, role: role, series: series))
  }

  /// Answers whether the line is of this kind; the figures hold its values only then.
  func read(_ line: Bytes, into figures: inout LineFigures) -> Bool {
    guard !fields.isEmpty, let base = line.baseAddress else { return false }
    figures.isUsed = true
    let fits = keys.withUnsafeBufferPointer { keys in
      guard let known = keys.baseAddress else { return false }
      var place = 0
      for field in fields {
        let length = field.key.count
        guard line.count - place > length,
          memcmp(base + place, known + field.key.lowerBound, length) == 0,
          let number = FigureText.leading(line, from: place + length)
        else { return false }
        take(number.value, number.hasPoint, as: field, into: &figures)
        place = number.end + 1
      }
      return place == line.count + 1
    }
    if !fits { figures.clear() }
    return fits
  }

  @inline(__always)
  private func take(
    _ value: Double, _ hasPoint: Bool, as field: Field, into figures: inout LineFigures
  ) {
    switch field.role {
    case .series: figures.values.append(.init(series: field.series, value: value))
    case .epoch:
      figures.epoch = value
      if hasPoint { figures.epochCount = .done }
    case .step: figures.step = OutputReader.count(value) ?? figures.step
    case .plannedEpochs: figures.plannedEpochs = OutputReader.count(value)
    default: figures.stepsPerEpoch = OutputReader.count(value)
    }
  }
}
