import CPosix

/// Looks for a text in everything a terminal keeps, across the ends of rows that only the screen's
/// width has made.
struct TextSearch {
  private let needle: [UInt8]
  private let isCaseSensitive: Bool
  private let isASCII: Bool

  /// - Returns: nil when there is nothing to look for.
  init?(_ text: String, isCaseSensitive: Bool) {
    guard !text.isEmpty else { return nil }
    needle = Array((isCaseSensitive ? text : text.lowercased()).utf8)
    self.isCaseSensitive = isCaseSensitive
    isASCII = needle.allSatisfy { $0 < 0x80 }
  }

  private struct Found {
    var line: Int
    var columns: Range<Int>
    var ordinal: Int

    var place: TerminalPlace { TerminalPlace(line: line, column: columns.lowerBound) }
  }

  /// The first match that begins at or behind a place, or going backwards the last that begins
  /// before it; around the end where there is none. Without a place, the first or the last of all.
  func find(
    in lines: KeptLines, from place: TerminalPlace?, backwards: Bool
  ) -> TerminalMatch? {
    var count = 0
    var first: Found?
    var last: Found?
    var next: Found?
    var previous: Found?
    forEachMatch(in: lines) { line, columns in
      count += 1
      let found = Found(line: line, columns: columns, ordinal: count)
      first = first ?? found
      last = found
      guard let place else { return }
      if found.place < place { previous = found } else { next = next ?? found }
    }
    guard let found = backwards ? previous ?? last : next ?? first else { return nil }
    return TerminalMatch(
      line: found.line, columns: found.columns, ordinal: found.ordinal, total: count)
  }

  private func forEachMatch(in lines: KeptLines, _ body: (Int, Range<Int>) -> Void) {
    var text = WrappedLine()
    var line = lines.first
    let end = lines.lastUsed + 1
    while line < end {
      line = text.read(lines, from: line)
      guard text.bytes.count >= needle.count else { continue }
      if !isCaseSensitive { text.lowercase(beyondASCII: !isASCII) }
      var start = 0
      while let place = Self.place(of: needle, in: text.bytes, from: start) {
        start = place + needle.count
        let span = text.span(place..<start)
        body(span.line, span.columns)
      }
    }
  }

  /// The first place of some bytes in others.
  static func place(of needle: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
    bytes.withUnsafeBytes { whole -> Int? in
      guard let base = whole.baseAddress, start + needle.count <= whole.count else { return nil }
      let found = needle.withUnsafeBytes { wanted in
        atelier_find_bytes(base + start, whole.count - start, wanted.baseAddress, wanted.count)
      }
      return found.map { $0 - base }
    }
  }
}
