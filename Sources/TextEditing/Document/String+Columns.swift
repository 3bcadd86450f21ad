/// Counting characters by bytes where a text is ASCII, so that a line of a megabyte can be edited.
///
/// A line holds no line feed, so that in ASCII every byte is a character of its own.
extension StringProtocol {
  var isASCII: Bool {
    utf8.withContiguousStorageIfAvailable { $0.allSatisfy { $0 < 0x80 } }
      ?? utf8.allSatisfy { $0 < 0x80 }
  }

  /// How many grapheme clusters the line has.
  var columnCount: Int { isASCII ? utf8.count : count }

  /// Where a column begins, or the line's end when it is shorter.
  func index(ofColumn column: Int) -> String.Index {
    if isASCII { return utf8.index(startIndex, offsetBy: Swift.min(column, utf8.count)) }
    return index(startIndex, offsetBy: column, limitedBy: endIndex) ?? endIndex
  }

  func beforeColumn(_ column: Int) -> SubSequence { self[..<index(ofColumn: column)] }
  func fromColumn(_ column: Int) -> SubSequence { self[index(ofColumn: column)...] }
}
