import CVTerm
import TerminalCore

/// libvterm's own screen layer, fed with everything at once: what the emulator has to agree with.
final class ReferenceScreen {
  private let terminal: OpaquePointer
  private let screen: OpaquePointer
  private let callbacks: UnsafeMutablePointer<VTermScreenCallbacks>
  private let scrolled: UnsafeMutablePointer<[String]>
  private let size: Size

  init(size: Size) {
    self.size = size
    terminal = vterm_new(Int32(size.rows), Int32(size.columns))
    vterm_set_utf8(terminal, 1)
    screen = vterm_obtain_screen(terminal)
    scrolled = .allocate(capacity: 1)
    scrolled.initialize(to: [])
    callbacks = .allocate(capacity: 1)
    callbacks.initialize(to: VTermScreenCallbacks())
    callbacks.pointee.sb_pushline = { count, cells, user in
      guard let cells, let user else { return 0 }
      let line = (0..<Int(count)).map { ReferenceScreen.character(of: cells[$0]) }
      user.assumingMemoryBound(to: [String].self).pointee.append(String(line))
      return 1
    }
    vterm_screen_set_callbacks(screen, callbacks, scrolled)
    vterm_screen_enable_altscreen(screen, 1)
    vterm_screen_reset(screen, 1)
  }

  deinit {
    vterm_free(terminal)
    callbacks.deallocate()
    scrolled.deinitialize(count: 1).deallocate()
  }

  func feed(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { buffer in
      let text = buffer.assumingMemoryBound(to: CChar.self)
      _ = vterm_input_write(terminal, text.baseAddress, text.count)
    }
  }

  /// Lines that have left at the top, with all their columns.
  var scrolledLines: [String] { scrolled.pointee }

  var text: String {
    (0..<size.rows).map { row in
      String((0..<size.columns).map { Self.character(of: cell($0, row)) })
    }.joined(separator: "\n")
  }

  var cursor: Point {
    var place = VTermPos()
    vterm_state_get_cursorpos(vterm_obtain_state(terminal), &place)
    return Point(column: Int(place.col), row: Int(place.row))
  }

  /// Bold, italic, underlined, reversed, struck through.
  func attributes(_ column: Int, _ row: Int) -> Attributes {
    let attributes = cell(column, row).attrs
    var set: Attributes = []
    if attributes.bold != 0 { set.insert(.bold) }
    if attributes.italic != 0 { set.insert(.italic) }
    if attributes.underline != 0 { set.insert(.underline) }
    if attributes.reverse != 0 { set.insert(.reverse) }
    if attributes.strike != 0 { set.insert(.strikethrough) }
    return set
  }

  func foreground(_ column: Int, _ row: Int) -> Color {
    let color = cell(column, row).fg
    if color.type & UInt8(VTERM_COLOR_DEFAULT_FG.rawValue) != 0 { return .terminalDefault }
    if color.type & 1 == 1 { return .palette(color.indexed.idx) }
    return .rgb(red: color.rgb.red, green: color.rgb.green, blue: color.rgb.blue)
  }

  private func cell(_ column: Int, _ row: Int) -> VTermScreenCell {
    var cell = VTermScreenCell()
    vterm_screen_get_cell(screen, VTermPos(row: Int32(row), col: Int32(column)), &cell)
    return cell
  }

  private static func character(of cell: VTermScreenCell) -> Character {
    let scalar = cell.chars.0
    guard scalar > 0x20 else { return " " }
    return Unicode.Scalar(scalar).map(Character.init) ?? " "
  }
}
