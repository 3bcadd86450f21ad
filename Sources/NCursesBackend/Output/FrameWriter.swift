import TerminalCore

/// Turns a frame's changes into one piece of output, with as few changes of colour as they need.
struct FrameWriter {
  /// The colours and attributes the terminal writes with.
  private struct Rendition: Equatable {
    var foreground: UInt8?
    var background: UInt8?
    var attributes: Attributes = []
  }

  private let sequences: ScreenSequences
  private let mapping: ColorMapping
  private let drawable: Attributes
  private var output: [UInt8] = []
  /// Nil when it is not known.
  private var rendition: Rendition?
  /// The style of the cell before, which most neighbours share.
  private var style: Style?
  private var isCursorShown: Bool?

  init(sequences: ScreenSequences, mapping: ColorMapping) {
    self.sequences = sequences
    self.mapping = mapping
    drawable = sequences.attributes.reduce(into: []) { $0.insert($1.attribute) }
  }

  /// The bytes that were gathered since the last call.
  mutating func take() -> [UInt8] {
    defer { output.removeAll(keepingCapacity: true) }
    return output
  }

  /// Empties the screen and forgets what the terminal was set to.
  mutating func clear() {
    rendition = nil
    style = nil
    change(to: Rendition())
    output += sequences.clear
  }

  mutating func write(_ run: CellRun, on size: Size) {
    output += sequences.move(row: run.row, column: run.column)
    var column = run.column
    for cell in run.cells where cell.width > 0 {
      column += Int(cell.width)
      if sequences.lastCellScrolls, run.row == size.rows - 1, column >= size.columns { return }
      if cell.style != style {
        style = cell.style
        change(to: rendition(of: cell.style))
      }
      if cell.width == 1, let byte = CellScalars.ascii(cell.character) {
        output.append(byte)
        continue
      }
      let (scalars, padding) = CellScalars.fitting(cell)
      for scalar in scalars {
        if let units = UTF8.encode(scalar) { output.append(contentsOf: units) }
      }
      for _ in 0..<padding { output.append(0x20) }
    }
  }

  /// Shows the cursor at a place, or hides it.
  mutating func place(_ cursor: Point?) {
    if let cursor { output += sequences.move(row: cursor.row, column: cursor.column) }
    guard isCursorShown != (cursor != nil) else { return }
    isCursorShown = cursor != nil
    output += cursor == nil ? sequences.hideCursor : sequences.showCursor
  }

  /// Colours and attributes off, for whoever writes next.
  mutating func end() {
    style = nil
    change(to: Rendition())
  }

  private func rendition(of style: Style) -> Rendition {
    let (foreground, background) = mapping.indices(of: style)
    var attributes = style.attributes.intersection(drawable)
    if foreground != nil || background != nil { attributes.subtract(sequences.colourless) }
    return Rendition(foreground: foreground, background: background, attributes: attributes)
  }

  private mutating func change(to next: Rendition) {
    guard next != rendition else { return }
    var now = rendition ?? Rendition()
    // What is to go can only be taken away together with all the rest.
    if rendition == nil || !now.attributes.isSubset(of: next.attributes)
      || (now.foreground != nil && next.foreground == nil)
      || (now.background != nil && next.background == nil)
    {
      output += sequences.plain
      now = Rendition()
    }
    if next.attributes != now.attributes {
      for (attribute, sequence) in sequences.attributes
      where next.attributes.contains(attribute) && !now.attributes.contains(attribute) {
        output += sequence
      }
    }
    if let index = next.foreground, index != now.foreground {
      add(sequences.foregrounds, Int(index))
    }
    if let index = next.background, index != now.background {
      add(sequences.backgrounds, Int(index))
    }
    rendition = next
  }

  private mutating func add(_ palette: [[UInt8]], _ index: Int) {
    if index < palette.count { output += palette[index] }
  }
}
