/// Takes the figures of a line that is one object: JSON, or a Python dictionary as `print` shows it.
///
/// Keys of nested objects are joined by `/`. Words (`true`, `None`, `NaN`, `Infinity`, …) and lists
/// are passed over. A line that is not a whole object gives nothing.
struct ObjectReader {
  typealias Bytes = UnsafeBufferPointer<UInt8>

  /// Deeper objects make the line no figure's.
  private static let deepest = 32

  private let line: Bytes
  private var place: Int
  private var isPython = false

  /// Nil when it is no whole object; `list` is then to be thrown away.
  static func read(_ line: Bytes, into list: inout PairList) -> Bool {
    var reader = ObjectReader(line: line, place: 0)
    guard reader.readObject(prefix: nil, depth: 0, into: &list) else { return false }
    reader.skipSpaces()
    list.isPython = reader.isPython
    return reader.place == line.count
  }

  private init(line: Bytes, place: Int) {
    self.line = line
    self.place = place
    skipSpaces()
  }

  private mutating func readObject(
    prefix: Range<Int>?, depth: Int, into list: inout PairList
  ) -> Bool {
    guard depth < Self.deepest, take("{") else { return false }
    if take("}") { return true }
    repeat {
      skipSpaces()
      if place < line.count, line[place] == UInt8(ascii: "'") { isPython = true }
      guard let text = takeString(), take(":") else { return false }
      let key = prefix.map { join($0, text, in: &list) } ?? text
      guard readValue(key, isNested: prefix != nil, depth: depth, into: &list) else {
        return false
      }
    } while take(",")
    return take("}")
  }

  private func join(
    _ prefix: Range<Int>, _ key: Range<Int>, in list: inout PairList
  ) -> Range<Int> {
    let start = list.keys.count
    list.keys.append(contentsOf: list.keys[prefix])
    list.keys.append(UInt8(ascii: "/"))
    list.keys.append(contentsOf: ByteSearch.slice(line, key))
    return start..<list.keys.count
  }

  /// An object's keys begin with its own, which then must stand among the list's.
  private func kept(_ key: Range<Int>, in list: inout PairList) -> Range<Int> {
    let start = list.keys.count
    list.keys.append(contentsOf: ByteSearch.slice(line, key))
    return start..<list.keys.count
  }

  private mutating func readValue(
    _ key: Range<Int>, isNested: Bool, depth: Int, into list: inout PairList
  ) -> Bool {
    skipSpaces()
    guard place < line.count else { return false }
    switch line[place] {
    case UInt8(ascii: "{"):
      let prefix = isNested ? key : kept(key, in: &list)
      return readObject(prefix: prefix, depth: depth + 1, into: &list)
    case UInt8(ascii: "["), UInt8(ascii: "("): return skipList()
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      // Newer releases of Transformers print their figures as strings, in single quotes.
      let isPython = line[place] == UInt8(ascii: "'")
      guard let value = takeString() else { return false }
      list.pairs.append(.init(key: key, isNested: isNested, value: value, isQuoted: !isPython))
      return true
    default:
      let start = place
      while place < line.count, !Self.endsWord(line[place]) { place += 1 }
      guard place > start else { return false }
      list.pairs.append(.init(key: key, isNested: isNested, value: start..<place, isQuoted: false))
      return true
    }
  }

  private static func endsWord(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: "}") || FigureText.isSpace(byte)
  }

  private mutating func skipList() -> Bool {
    var depth = 0
    while place < line.count {
      switch line[place] {
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        guard takeString() != nil else { return false }
        continue
      case UInt8(ascii: "["), UInt8(ascii: "("), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "]"), UInt8(ascii: ")"), UInt8(ascii: "}"): depth -= 1
      default: break
      }
      place += 1
      if depth == 0 { return true }
    }
    return false
  }

  /// The place of the text between the quotes; escapes stay as they are written.
  private mutating func takeString() -> Range<Int>? {
    skipSpaces()
    guard place < line.count,
      line[place] == UInt8(ascii: "\"") || line[place] == UInt8(ascii: "'")
    else { return nil }
    let quote = line[place]
    let start = place + 1
    place = start
    while place < line.count, line[place] != quote {
      place += line[place] == UInt8(ascii: "\\") ? 2 : 1
    }
    guard place < line.count else { return nil }
    place += 1
    return start..<place - 1
  }

  private mutating func take(_ sign: Unicode.Scalar) -> Bool {
    skipSpaces()
    guard place < line.count, line[place] == UInt8(ascii: sign) else { return false }
    place += 1
    return true
  }

  private mutating func skipSpaces() {
    while place < line.count, FigureText.isSpace(line[place]) { place += 1 }
  }
}
