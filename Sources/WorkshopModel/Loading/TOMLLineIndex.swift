/// Where the keys and table headers of a TOML text stand.
///
/// The parser keeps no places for values that it accepted. This reads headers and `key =` at the
/// beginning of lines, which is how people write these files; a key in an inline table is not found,
/// and then the table's own place is given.
struct TOMLLineIndex: Sendable, Hashable {
  struct Place: Sendable, Hashable {
    let line: Int
    let column: Int
  }

  private var places: [String: Place] = [:]

  init(_ text: String) {
    var counts: [String: Int] = [:]
    var prefix = ""
    var closingQuotes: String?
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      if let quotes = closingQuotes {
        if line.contains(quotes) { closingQuotes = nil }
        continue
      }
      let content = line.drop { $0 == " " || $0 == "\t" }
      let place = Place(line: number + 1, column: line.count - content.count + 1)
      if content.hasPrefix("[["), let end = content.range(of: "]]") {
        let name = Self.name(
          content[content.index(content.startIndex, offsetBy: 2)..<end.lowerBound])
        counts[name, default: 0] += 1
        prefix = "\(name)[\(counts[name, default: 1])]."
        places[String(prefix.dropLast())] = place
      } else if content.hasPrefix("["), let end = content.firstIndex(of: "]") {
        prefix = Self.name(content[content.index(after: content.startIndex)..<end]) + "."
        places[String(prefix.dropLast())] = place
      } else if let equals = content.firstIndex(of: "="), !content.hasPrefix("#") {
        places[prefix + Self.name(content[..<equals])] = place
        closingQuotes = Self.openedQuotes(content[equals...])
      }
    }
  }

  /// The key's place, or else the place of the nearest table around it.
  subscript(key: String) -> Place? {
    var name = key
    while true {
      if let place = places[name] { return place }
      guard let dot = name.lastIndex(of: ".") else { return nil }
      name = String(name[..<dot])
    }
  }

  private static func name(_ text: Substring) -> String {
    text.filter { !$0.isWhitespace && $0 != "\"" && $0 != "'" }
  }

  private static func openedQuotes(_ text: Substring) -> String? {
    ["\"\"\"", "'''"].first { quotes in
      text.contains(quotes)
        && text.split(separator: quotes, omittingEmptySubsequences: false).count == 2
    }
  }
}
