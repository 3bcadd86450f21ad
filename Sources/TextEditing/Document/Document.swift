/// A text as lines, each with the ending it has in the file.
///
/// There is always at least one line, and only the last one has no ending: a file that ends with a
/// line feed has an empty last line. Joining the lines gives the file back byte for byte.
public struct Document: Sendable, Equatable {
  public private(set) var lines: [Line]
  private var lineFeedCount = 0
  private var carriageReturnLineFeedCount = 0

  public init(_ text: String = "") {
    lines = Document.split(text)
    count(lines[...], by: 1)
  }

  public var lineCount: Int { lines.count }

  /// The whole text with its line endings.
  public var text: String {
    var joined = ""
    joined.reserveCapacity(lines.reduce(0) { $0 + $1.byteCount })
    for line in lines {
      joined += line.text
      joined += line.ending.rawValue
    }
    return joined
  }

  /// Line feed for a text without any line ending.
  public var lineEndingStyle: LineEndingStyle {
    switch (lineFeedCount, carriageReturnLineFeedCount) {
    case (_, 0): .lineFeed
    case (0, _): .carriageReturnLineFeed
    default: .mixed
    }
  }

  /// The text of a line, empty outside the document.
  public func text(ofLine line: Int) -> String {
    lines.indices.contains(line) ? lines[line].text : ""
  }

  /// Puts other lines in the place of some; the caller sees to it that only the last has no ending.
  mutating func replaceLines(_ range: Range<Int>, with new: [Line]) {
    count(lines[range], by: -1)
    lines.replaceSubrange(range, with: new)
    count(new[...], by: 1)
  }

  private mutating func count(_ some: ArraySlice<Line>, by step: Int) {
    for line in some {
      switch line.ending {
      case .none: break
      case .lineFeed: lineFeedCount += step
      case .carriageReturnLineFeed: carriageReturnLineFeedCount += step
      }
    }
  }

  /// Splits at every line feed; a carriage return that stands alone stays in its line's text.
  static func split(_ text: String) -> [Line] {
    var native = text
    return native.withUTF8 { bytes in
      var lines: [Line] = []
      var start = 0
      for index in bytes.indices where bytes[index] == 0x0A {
        let hasReturn = index > start && bytes[index - 1] == 0x0D
        let body = bytes[start..<(hasReturn ? index - 1 : index)]
        lines.append(
          Line(
            String(decoding: body, as: UTF8.self),
            ending: hasReturn ? .carriageReturnLineFeed : .lineFeed))
        start = index + 1
      }
      lines.append(Line(String(decoding: bytes[start...], as: UTF8.self), ending: .none))
      return lines
    }
  }
}
