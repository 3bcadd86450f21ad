import CVTerm
import TerminalCore

/// A terminal in memory: bytes of a program's output go in, its screen and scrollback come out.
///
/// libvterm parses; the cells are kept here.
final class Emulator {
  /// Bytes given to libvterm at once: it keeps as many words on the stack.
  private static let largestPiece = 4096

  let state: UnsafeMutablePointer<EmulatorState>
  let terminal: OpaquePointer
  private let parser: OpaquePointer
  private let callbacks: UnsafeMutablePointer<VTermStateCallbacks>
  private let allocator: UnsafeMutablePointer<VTermAllocatorFunctions>
  private var filter = InputFilter()
  private(set) var size: Size
  private var largestSize: Size

  private var wasLarger: Bool {
    largestSize.columns > size.columns || largestSize.rows > size.rows
  }

  init(size requested: Size, scrollbackLimit: Int) {
    size = Self.allowed(requested)
    largestSize = size
    state = .allocate(capacity: 1)
    state.initialize(
      to: EmulatorState(
        columns: size.columns, rows: size.rows, scrollbackLimit: scrollbackLimit))
    callbacks = .allocate(capacity: 1)
    callbacks.initialize(to: EmulatorCallbacks.make())
    allocator = .allocate(capacity: 1)
    allocator.initialize(to: ParserMemory.makeFunctions())
    terminal = vterm_new_with_allocator(
      Int32(size.rows), Int32(size.columns), allocator, nil)
    vterm_set_utf8(terminal, 1)
    vterm_output_set_callback(
      terminal,
      { bytes, count, user in
        let state = user.unsafelyUnwrapped.assumingMemoryBound(to: EmulatorState.self)
        state.pointee.output.append(contentsOf: UnsafeRawBufferPointer(start: bytes, count: count))
      }, state)
    parser = vterm_obtain_state(terminal)
    vterm_state_set_callbacks(parser, callbacks, state)
    vterm_state_reset(parser, 1)
  }

  deinit {
    vterm_free(terminal)
    state.pointee.deallocate()
    state.deinitialize(count: 1).deallocate()
    callbacks.deallocate()
    allocator.deallocate()
  }

  /// The parser needs at least one cell.
  private static func allowed(_ size: Size) -> Size {
    Size(columns: min(max(1, size.columns), 4096), rows: min(max(1, size.rows), 4096))
  }

  func feed(_ bytes: UnsafeRawBufferPointer) {
    var rest = bytes[...]
    while !rest.isEmpty {
      filter.pass(UnsafeRawBufferPointer(rebasing: rest.prefix(Self.largestPiece)), to: parse)
      rest = rest.dropFirst(Self.largestPiece)
    }
  }

  /// Where the screen was larger once, every escape sequence may bring back a cursor from outside:
  /// the parser is then given no byte behind a sequence before the cursor has been looked at.
  private func parse(_ piece: UnsafeRawBufferPointer) {
    var rest = piece[...]
    while !rest.isEmpty {
      let end = wasLarger ? EscapeSequence.endOfFirst(in: rest) : rest.endIndex
      let text = UnsafeRawBufferPointer(rebasing: rest[..<end]).assumingMemoryBound(to: CChar.self)
      vterm_input_write(terminal, text.baseAddress, text.count)
      rest = rest[end...]
      if wasLarger { bringCursorBack() }
    }
  }

  func resize(to requested: Size) {
    size = Self.allowed(requested)
    largestSize = Size(
      columns: max(size.columns, largestSize.columns), rows: max(size.rows, largestSize.rows))
    vterm_set_size(terminal, Int32(size.rows), Int32(size.columns))
  }

  /// Bytes for the program that have come up since the last call.
  func takeOutput() -> [UInt8] {
    defer { state.pointee.output.removeAll(keepingCapacity: true) }
    return state.pointee.output
  }

  /// Whether the bell has rung since the last call.
  func takeBell() -> Bool {
    defer { state.pointee.hasRung = false }
    return state.pointee.hasRung
  }

  /// libvterm 0.1 restores a saved cursor without looking whether the screen still has its place;
  /// any relative movement makes it look.
  private func bringCursorBack() {
    var cursor = VTermPos()
    vterm_state_get_cursorpos(parser, &cursor)
    state.pointee.cursor = cursor
    if Int(cursor.row) >= size.rows {
      inject("\u{1B}[A")
    } else if Int(cursor.col) >= size.columns {
      inject("\u{1B}[D")
    }
  }

  private func inject(_ sequence: StaticString) {
    sequence.withUTF8Buffer { bytes in
      bytes.withMemoryRebound(to: CChar.self) { text in
        _ = vterm_input_write(terminal, text.baseAddress, text.count)
      }
    }
  }
}
