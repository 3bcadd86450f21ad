/// One line of the scrollback: a byte a character where all are ASCII and a word a cell where not,
/// then the styles. A log line of 60 characters takes 60 bytes.
struct ScrollbackLine {
  private static let widthShift: UInt32 = 29
  private static let widthMask: UInt32 = 3 << widthShift

  private let bytes: UnsafeMutableRawPointer?
  private let cellCount: UInt32
  /// 0 where every cell has the terminal's own style.
  private let styleSize: UInt32
  let isASCII: Bool
  /// Whether the line goes on where the one above it was full.
  let isContinuation: Bool

  var count: Int { Int(cellCount) }

  init(_ row: ScreenRow) {
    let count = row.trimmedCount
    cellCount = UInt32(count)
    isContinuation = row.isContinuation
    guard count > 0 else {
      (bytes, styleSize, isASCII) = (nil, 0, true)
      return
    }
    if row.isText {
      isASCII = true
      let isPlain = row.textStyle.hasSameStyle(as: PackedCell())
      let room = isPlain ? 0 : StyleRun.largestSize
      let memory = UnsafeMutableRawPointer.allocate(byteCount: count + room, alignment: 1)
      memory.copyMemory(from: row.text, byteCount: count)
      styleSize =
        isPlain ? 0 : UInt32(StyleRun(row.textStyle, length: count).write(to: memory + count))
      bytes = memory
      return
    }
    let shape = Shape(row.cells, count: count)
    isASCII = shape.isASCII
    let contentSize = count * (shape.isASCII ? 1 : 4)
    let memory = UnsafeMutableRawPointer.allocate(
      byteCount: contentSize + shape.styleSize, alignment: 4)
    Self.write(row.cells, count: count, isASCII: shape.isASCII, to: memory)
    if shape.styleSize > 0 { Self.writeStyles(row.cells, count: count, to: memory + contentSize) }
    styleSize = UInt32(shape.styleSize)
    bytes = memory
  }

  /// What has to be known of cells before memory is taken for them.
  private struct Shape {
    var isASCII: Bool
    var styleSize: Int

    init(_ cells: UnsafePointer<PackedCell>, count: Int) {
      var combined: UInt32 = 0
      var widths: UInt8 = 1
      var size = 0
      var start = 0
      for index in 0..<count {
        combined |= cells[index].content
        if cells[index].width != 1 { widths = 0 }
        if index > 0, !cells[index].hasSameStyle(as: cells[index - 1]) {
          size += StyleRun(cells[start], length: index - start).size
          start = index
        }
      }
      let isPlain = start == 0 && cells[0].hasSameStyle(as: PackedCell())
      styleSize = isPlain ? 0 : size + StyleRun(cells[start], length: count - start).size
      isASCII = combined < 0x80 && widths == 1
    }
  }

  private static func write(
    _ cells: UnsafePointer<PackedCell>, count: Int, isASCII: Bool,
    to memory: UnsafeMutableRawPointer
  ) {
    for index in 0..<count {
      let cell = cells[index]
      if isASCII {
        memory.storeBytes(
          of: UInt8(truncatingIfNeeded: cell.content), toByteOffset: index, as: UInt8.self)
      } else {
        let word = cell.content | UInt32(cell.width) << Self.widthShift
        memory.storeBytes(of: word, toByteOffset: index * 4, as: UInt32.self)
      }
    }
  }

  private static func writeStyles(
    _ cells: UnsafePointer<PackedCell>, count: Int, to memory: UnsafeMutableRawPointer
  ) {
    var target = memory
    var start = 0
    for index in 1...count
    where index == count || !cells[index].hasSameStyle(as: cells[start]) {
      target += StyleRun(cells[start], length: index - start).write(to: target)
      start = index
    }
  }

  /// The characters of an ASCII line.
  var text: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: bytes, count: count) }

  /// Calls back for every cell up to a column, from the left.
  func forEachCell(limit: Int, _ body: (Int, PackedCell) -> Void) {
    guard let bytes else { return }
    var styles = UnsafeRawPointer(bytes + count * (isASCII ? 1 : 4))
    var style = PackedCell()
    var runEnd = styleSize == 0 ? count : 0
    for index in 0..<min(limit, count) {
      if index == runEnd {
        let run = StyleRun(from: &styles)
        style = run.style
        runEnd += run.length
      }
      var cell = style
      if isASCII {
        cell.content = UInt32(bytes.load(fromByteOffset: index, as: UInt8.self))
      } else {
        let word = bytes.load(fromByteOffset: index * 4, as: UInt32.self)
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
