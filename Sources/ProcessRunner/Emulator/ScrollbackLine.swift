/// One line of the scrollback: runs of style, then a byte a character where all are ASCII and a
/// word a cell where not. A log line of 60 characters takes about 100 bytes.
struct ScrollbackLine {
  /// The style from the end of the run before to before `end`.
  struct Run {
    var end: UInt32
    var foreground: PackedColor
    var background: PackedColor
    var attributes: UInt32
  }

  private static let widthShift: UInt32 = 29
  private static let widthMask: UInt32 = 3 << widthShift

  private let bytes: UnsafeMutableRawPointer?
  private let cellCount: UInt32
  private let runCount: UInt32
  private let isASCII: Bool

  var count: Int { Int(cellCount) }

  init(cells: UnsafePointer<PackedCell>, count: Int) {
    var runs = 0
    var combined: UInt32 = 0
    var hasOnlySingle = true
    var last = PackedCell()
    for index in 0..<count {
      let cell = cells[index]
      if index == 0 || !cell.hasSameStyle(as: last) { runs += 1 }
      combined |= cell.content
      hasOnlySingle = hasOnlySingle && cell.width == 1
      last = cell
    }
    cellCount = UInt32(count)
    runCount = UInt32(runs)
    isASCII = combined < 0x80 && hasOnlySingle
    guard count > 0 else {
      bytes = nil
      return
    }
    let size = runs * MemoryLayout<Run>.stride + count * (isASCII ? 1 : 4)
    bytes = .allocate(byteCount: size, alignment: 8)
    write(cells, count: count)
  }

  private func write(_ cells: UnsafePointer<PackedCell>, count: Int) {
    guard let bytes else { return }
    let runs = bytes.assumingMemoryBound(to: Run.self)
    let contents = bytes + Int(runCount) * MemoryLayout<Run>.stride
    var run = -1
    var last = PackedCell()
    for index in 0..<count {
      let cell = cells[index]
      if index == 0 || !cell.hasSameStyle(as: last) {
        if run >= 0 { runs[run].end = UInt32(index) }
        run += 1
        runs[run] = Run(
          end: UInt32(count), foreground: cell.foreground, background: cell.background,
          attributes: UInt32(cell.attributes))
      }
      last = cell
      if isASCII {
        contents.storeBytes(
          of: UInt8(truncatingIfNeeded: cell.content), toByteOffset: index, as: UInt8.self)
      } else {
        let word = cell.content | UInt32(cell.width) << Self.widthShift
        contents.storeBytes(of: word, toByteOffset: index * 4, as: UInt32.self)
      }
    }
  }

  /// Calls back for every cell up to a column, from the left.
  func forEachCell(limit: Int, _ body: (Int, PackedCell) -> Void) {
    guard let bytes else { return }
    let runs = bytes.assumingMemoryBound(to: Run.self)
    let contents = bytes + Int(runCount) * MemoryLayout<Run>.stride
    var run = 0
    for index in 0..<min(limit, count) {
      if index >= runs[run].end { run += 1 }
      var cell = PackedCell(
        foreground: runs[run].foreground, background: runs[run].background,
        attributes: UInt16(truncatingIfNeeded: runs[run].attributes))
      if isASCII {
        cell.content = UInt32(contents.load(fromByteOffset: index, as: UInt8.self))
      } else {
        let word = contents.load(fromByteOffset: index * 4, as: UInt32.self)
        cell.content = word & ~Self.widthMask
        cell.width = UInt8((word & Self.widthMask) >> Self.widthShift)
      }
      body(index, cell)
    }
  }

  func deallocate() {
    bytes?.deallocate()
  }
}
