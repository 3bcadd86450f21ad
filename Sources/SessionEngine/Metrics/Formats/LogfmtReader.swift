import Foundation

/// Takes the pairs of a `key=value` line off its bytes.
///
/// A value may stand in double quotes with `\"` and `\\` inside. Words without `=` are passed over,
/// so that a line such as `epoch=3 done loss=0.2` still gives its figures.
enum LogfmtReader {
  typealias Bytes = UnsafeBufferPointer<UInt8>

  private static let quote = UInt8(ascii: "\"")
  private static let backslash = UInt8(ascii: "\\")
  private static let equals = UInt8(ascii: "=")

  static func read(_ line: Bytes, into list: inout PairList) {
    var place = 0
    while let sign = ByteSearch.first(equals, in: line, from: place) {
      var start = sign
      while start > place, isKeyByte(line[start - 1]) { start -= 1 }
      let (value, isQuoted, next) = value(in: line, from: sign + 1)
      let isWord = start == 0 || FigureText.isSpace(line[start - 1])
      if isWord, start < sign, isLetter(line[start]) {
        list.pairs.append(.init(key: start..<sign, value: value, isQuoted: isQuoted))
      }
      place = next
    }
  }

  private static func value(
    in line: Bytes, from start: Int
  ) -> (Range<Int>, isQuoted: Bool, next: Int) {
    var place = start
    guard place < line.count, line[place] == quote else {
      while place < line.count, !FigureText.isSpace(line[place]) { place += 1 }
      var end = place
      while end > start, isPunctuation(line[end - 1]) { end -= 1 }
      return (start..<end, false, place)
    }
    place += 1
    while place < line.count, line[place] != quote {
      place += line[place] == backslash ? 2 : 1
    }
    let end = min(place, line.count)
    return (start + 1..<end, true, min(end + 1, line.count))
  }

  private static func isPunctuation(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";") || byte == UInt8(ascii: ")")
      || byte == UInt8(ascii: "]")
  }

  /// Letters, digits and `. - / @ _`.
  private static func isKeyByte(_ byte: UInt8) -> Bool {
    if byte < 0x40 { return (0x03FF_E000_0000_0000 as UInt64) >> UInt64(byte) & 1 != 0 }
    return byte == UInt8(ascii: "@") || isLetter(byte)
  }

  /// Letters beyond ASCII count as letters.
  private static func isLetter(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte == UInt8(ascii: "_") || byte >= 0x80
  }
}
