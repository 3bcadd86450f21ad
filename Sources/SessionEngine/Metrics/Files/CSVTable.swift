/// Reads rows of figures under a header row; cells may be empty, as Lightning leaves them.
///
/// Fields are divided by commas, or by semicolons or tabs where the header has no comma; a field may
/// stand in double quotes, with `""` for a quote (RFC 4180), but not go over a line's end.
struct CSVTable: Sendable, Hashable {
  struct Row: Sendable, Hashable {
    var epoch: Double?
    /// The epoch was written with a fraction.
    var epochIsFraction = false
    var step: Int?
    var figures: [Figure] = []
  }

  struct Figure: Sendable, Hashable {
    let series: String
    let value: Double
  }

  let columns: [String]
  private let divider: UInt8

  /// Nil when the line is no header: a name in it is empty, a number, or no text.
  init?(header: UnsafeBufferPointer<UInt8>) {
    let dividers: [UInt8] = [UInt8(ascii: ","), UInt8(ascii: ";"), 0x09]
    divider = dividers.first { header.contains($0) } ?? dividers[0]
    guard header.allSatisfy({ $0 >= 0x20 || $0 == 0x09 }) else { return nil }
    columns = Self.fields(header, divider).map { String(decoding: $0, as: UTF8.self) }
    let isNamed = columns.allSatisfy { name in
      !name.isEmpty && name.utf8.count <= SeriesName.longest && Double(name) == nil
        && !name.contains("\u{FFFD}")
    }
    guard isNamed, columns.count <= SeriesName.most else { return nil }
  }

  func row(_ line: UnsafeBufferPointer<UInt8>) -> Row {
    var row = Row()
    for (name, field) in zip(columns, Self.fields(line, divider)) {
      let number = field.withUnsafeBufferPointer { FigureText.number($0) }
      guard let number else { continue }
      switch FigureRole(name) {
      case .epoch:
        row.epoch = number
        row.epochIsFraction = field.contains(UInt8(ascii: "."))
      case .step: row.step = OutputReader.count(number)
      case .series: row.figures.append(Figure(series: SeriesName.unified(name), value: number))
      default: break
      }
    }
    return row
  }

  private static func fields(_ line: UnsafeBufferPointer<UInt8>, _ divider: UInt8) -> [[UInt8]] {
    var fields: [[UInt8]] = [[]]
    var isQuoted = false
    for byte in line {
      switch byte {
      case UInt8(ascii: "\""): isQuoted.toggle()
      case divider where !isQuoted: fields.append([])
      case 0x0D: break
      default: fields[fields.count - 1].append(byte)
      }
    }
    return fields.map { field in
      let start = field.prefix { $0 == 0x20 }.count
      return Array(field.dropFirst(start).reversed().drop { $0 == 0x20 }.reversed())
    }
  }
}
