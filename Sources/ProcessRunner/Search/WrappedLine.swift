/// A line as the program printed it, in UTF-8: the rows of the screen that it fills, joined.
struct WrappedLine {
  /// Absolute number of its first row.
  private(set) var first = 0
  private(set) var bytes: [UInt8] = []
  /// Where the bytes of each row begin.
  private var rowStarts: [Int] = []
  /// The column of every byte; empty where all are ASCII.
  private var columns: [Int32] = []

  /// Reads the rows of a line, the first of which is given.
  /// - Returns: The number of the row behind it.
  mutating func read(_ lines: KeptLines, from line: Int) -> Int {
    first = line
    bytes.removeAll(keepingCapacity: true)
    rowStarts.removeAll(keepingCapacity: true)
    columns.removeAll(keepingCapacity: true)
    var next = line
    repeat {
      append(lines, next)
      next += 1
    } while next < lines.end && lines.isContinuation(next)
    return next
  }

  private mutating func append(_ lines: KeptLines, _ line: Int) {
    rowStarts.append(bytes.count)
    if let ascii = lines.ascii(line) {
      if !columns.isEmpty { columns.append(contentsOf: ascii.indices.map(Int32.init)) }
      bytes.append(contentsOf: ascii)
      return
    }
    if columns.isEmpty { columns = bytes.indices.map { Int32(place(ofByte: $0).column) } }
    lines.forEachCharacter(line) { column, character in
      for byte in character.utf8 {
        bytes.append(byte)
        columns.append(Int32(column))
      }
    }
  }

  /// Letters of ASCII become small; others, too, where that is asked for, as far as their bytes'
  /// count stays.
  mutating func lowercase(beyondASCII: Bool) {
    bytes.withUnsafeMutableBufferPointer { buffer in
      for index in buffer.indices {
        let byte = buffer[index]
        buffer[index] = byte &- 0x41 < 26 ? byte | 0x20 : byte
      }
    }
    guard beyondASCII, !columns.isEmpty else { return }
    let small = String(decoding: bytes, as: UTF8.self).lowercased()
    if small.utf8.count == bytes.count { bytes = Array(small.utf8) }
  }

  /// The row, counted from 0, and the column of a byte.
  func place(ofByte index: Int) -> (row: Int, column: Int) {
    var row = rowStarts.count - 1
    while row > 0, rowStarts[row] > index { row -= 1 }
    if columns.isEmpty { return (row, index - rowStarts[row]) }
    return (row, Int(columns[index]))
  }

  /// What a range of bytes covers on the row it begins on.
  func span(_ range: Range<Int>) -> (line: Int, columns: Range<Int>) {
    let start = place(ofByte: range.lowerBound)
    let rowEnd = start.row + 1 < rowStarts.count ? rowStarts[start.row + 1] : bytes.count
    let last = place(ofByte: max(range.lowerBound, min(range.upperBound, rowEnd) - 1))
    return (first + start.row, start.column..<max(start.column, last.column) + 1)
  }
}
