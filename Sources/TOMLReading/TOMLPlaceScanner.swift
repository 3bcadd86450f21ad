/// Finds the places of a TOML document's keys and items.
///
/// It follows TOML 1.0's grammar and takes no offence: a document that has faults is read as far as
/// it makes sense, and the parser tells of them.
struct TOMLPlaceScanner {
  /// How deep tables and lists may stand in one another. The parser calls itself for every one of
  /// them, on threads with small stacks.
  static let deepest = 48

  private var cursor: TOMLCursor
  private var places: TOMLPlaces

  /// - Parameter keepsPlaces: False where only the faults count: the places are then empty.
  init(_ text: String, keepsPlaces: Bool = true) {
    cursor = TOMLCursor(text)
    places = TOMLPlaces(isKept: keepsPlaces)
  }

  /// - Throws: `TOMLError` when it is nested too deeply.
  mutating func scan() throws -> TOMLPlaces {
    var table = (node: TOMLPlaces.root, depth: 0)
    while true {
      cursor.skipSpace()
      guard let byte = cursor.byte else { return places }
      if byte == UInt8(ascii: "[") {
        table = try header()
      } else {
        try pair(in: table.node, depth: table.depth)
      }
      // What should not be there is the parser's to tell.
      cursor.skipBlanks()
      if let byte = cursor.byte, byte != UInt8(ascii: "\n") { cursor.skipLine() }
    }
  }

  private mutating func header() throws -> (node: Int, depth: Int) {
    let isList = cursor.isAt("[[")
    cursor.advance(isList ? 2 : 1)
    cursor.skipBlanks()
    // The parser ends the program where a table's name begins with another character.
    if let byte = cursor.byte, byte != UInt8(ascii: "]"), !Self.beginsKey(byte) {
      throw failure("a table's name must stand here, such as [name].", at: cursor.place)
    }
    let keys = try keys(depth: 0)
    var node = TOMLPlaces.root
    for (index, key) in keys.enumerated() {
      node =
        isList && index == keys.count - 1
        ? places.append(key.text, of: node, at: key.place)
        : places.enterTable(key.text, of: node, at: key.place)
    }
    return (node, keys.count + (isList ? 1 : 0))
  }

  /// `key = value`.
  private mutating func pair(in table: Int, depth: Int) throws {
    let keys = try keys(depth: depth)
    var node = table
    for key in keys { node = places.enter(.key(key.text), of: node, at: key.place) }
    guard cursor.byte == UInt8(ascii: "=") else { return }
    cursor.advance()
    cursor.skipBlanks()
    try value(of: node, depth: depth + keys.count)
  }

  private mutating func keys(
    depth: Int
  ) throws -> [(text: String, place: TextPlace)] {
    var keys: [(text: String, place: TextPlace)] = []
    while true {
      cursor.skipBlanks()
      let place = cursor.place
      let key: String
      switch cursor.byte {
      case UInt8(ascii: "\""), UInt8(ascii: "'"): key = TOMLQuotedText.take(from: &cursor)
      default: key = cursor.take { !Self.endsKey($0) }
      }
      keys.append((key, place))
      try check(depth: depth + keys.count, at: place)
      cursor.skipBlanks()
      guard cursor.byte == UInt8(ascii: ".") else { return keys }
      cursor.advance()
    }
  }

  private mutating func value(of node: Int, depth: Int) throws {
    switch cursor.byte {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): _ = TOMLQuotedText.take(from: &cursor)
    case UInt8(ascii: "["): try list(of: node, depth: depth + 1)
    case UInt8(ascii: "{"): try inlineTable(of: node, depth: depth + 1)
    default:
      let place = cursor.place
      let word = cursor.pass { !Self.endsValue($0) }
      if Self.isHalfATime(word) { throw failure("this date has no whole time.", at: place) }
    }
  }

  /// Whether it is a date with less than an hour behind it, at which the parser ends the program.
  private static func isHalfATime(_ word: ArraySlice<UInt8>) -> Bool {
    guard word.count > 10 else { return false }
    let bytes = word.filter { $0 != UInt8(ascii: "_") }
    guard bytes.count > 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else {
      return false
    }
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    let hour = bytes.dropFirst(11).prefix { digits ~= $0 }.count
    switch bytes[10] {
    case UInt8(ascii: "T"), UInt8(ascii: "t"): return hour < 2
    case UInt8(ascii: " "): return hour == 1
    default: return false
    }
  }

  private mutating func list(of node: Int, depth: Int) throws {
    try check(depth: depth, at: cursor.place)
    cursor.advance()
    var count = 0
    while true {
      cursor.skipSpace()
      guard let byte = cursor.byte, byte != UInt8(ascii: "]") else { return cursor.advance() }
      // The parser ends the program where a list's item begins with this.
      if byte == UInt8(ascii: "}") { throw failure("a value must stand here.", at: cursor.place) }
      if byte == UInt8(ascii: ",") {
        cursor.advance()
        continue
      }
      let item = places.enter(.item(count), of: node, at: cursor.place)
      count += 1
      try value(of: item, depth: depth)
    }
  }

  private mutating func inlineTable(of node: Int, depth: Int) throws {
    try check(depth: depth, at: cursor.place)
    cursor.advance()
    while true {
      cursor.skipSpace()
      guard let byte = cursor.byte, byte != UInt8(ascii: "}") else { return cursor.advance() }
      if Self.endsKey(byte), byte != UInt8(ascii: "\""), byte != UInt8(ascii: "'") {
        cursor.advance()
        continue
      }
      try pair(in: node, depth: depth)
    }
  }

  private func check(depth: Int, at place: TextPlace) throws {
    guard depth > Self.deepest else { return }
    throw failure(
      "tables and lists stand more than \(Self.deepest) deep in one another, "
        + "deeper than is read here.", at: place)
  }

  private func failure(_ reason: String, at place: TextPlace) -> TOMLError {
    TOMLError(at: place, reason: reason)
  }

  private static func beginsKey(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"),
      UInt8(ascii: "\""), UInt8(ascii: "'"):
      true
    default: false
    }
  }

  private static func endsKey(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "."), UInt8(ascii: "="),
      UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "\""), UInt8(ascii: "'"):
      true
    default: endsValue(byte)
    }
  }

  private static func endsValue(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: "#"),
      UInt8(ascii: "\r"), UInt8(ascii: "\n"):
      true
    default: false
    }
  }
}
