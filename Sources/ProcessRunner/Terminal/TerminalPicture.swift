import TerminalCore

/// What a program that has ended wrote, as the cells of a screen of its own: nothing it wrote
/// reaches another terminal.
public struct TerminalPicture: Sendable, Equatable {
  public let cells: CellBuffer

  /// - Parameters:
  ///   - output: Lines that end in line feeds, with the sequences of a terminal.
  ///   - size: The most cells it may have; unused rows and columns at its end are left out.
  public init(output: String, size: Size) {
    let lines = output.split(separator: "\n", omittingEmptySubsequences: false)
    let emulator = Emulator(size: size, scrollbackLimit: 0)
    // Without a terminal's driver nobody puts the carriage back, and a last line feed would scroll.
    let text = lines.joined(separator: "\r\n")
    var bytes = Array(text.utf8)
    while bytes.last == UInt8(ascii: "\n") || bytes.last == UInt8(ascii: "\r") {
      bytes.removeLast()
    }
    bytes.withUnsafeBytes { emulator.feed($0) }
    cells = Self.cropped(emulator.snapshot(scrollOffset: 0).buffer)
  }

  private static func cropped(_ buffer: CellBuffer) -> CellBuffer {
    var columns = 0
    var rows = 0
    for row in 0..<buffer.size.rows {
      for column in 0..<buffer.size.columns where buffer[column, row] != .blank {
        columns = max(columns, column + 1)
        rows = row + 1
      }
    }
    var cropped = CellBuffer(size: Size(columns: columns, rows: rows))
    for row in 0..<rows {
      cropped.copyRow(
        row, of: buffer, columns: columns, to: Point(column: 0, row: row),
        defaults: .plain)
    }
    return cropped
  }
}
