import CVTerm
import TerminalCore

/// A terminal in memory: bytes of a program's output go in, its screen and scrollback come out.
///
/// Text, line ends and colours, which nearly all output is, are written here at once; everything
/// rarer is given to libvterm, one whole sequence at a time, which keeps the state of a terminal
/// and calls back. The cells are kept here.
final class Emulator {
  let state: UnsafeMutablePointer<EmulatorState>
  let terminal: OpaquePointer
  let parser: OpaquePointer
  private let callbacks: UnsafeMutablePointer<VTermStateCallbacks>
  private let allocator: UnsafeMutablePointer<VTermAllocatorFunctions>
  var sequence = SequenceCollector()
  var decoder = UTF8Decoder()
  let rendition = RenditionReader()
  /// The characters of cells that are ASCII; what is no character is a space.
  let asciiCharacters = (0..<128).map { code in
    (0x21..<0x7F).contains(code) ? Character(Unicode.Scalar(UInt8(code))) : " "
  }
  /// Whether the cursor has moved since libvterm was told of its place.
  var isCursorAhead = false
  private(set) var size: Size

  init(size requested: Size, scrollbackLimit: Int) {
    size = Self.allowed(requested)
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
    rendition.deallocate()
  }

  /// libvterm needs at least one cell.
  private static func allowed(_ size: Size) -> Size {
    Size(columns: min(max(1, size.columns), 4096), rows: min(max(1, size.rows), 4096))
  }

  func resize(to requested: Size) {
    tellCursor()
    size = Self.allowed(requested)
    vterm_set_size(terminal, Int32(size.rows), Int32(size.columns))
    state.pointee.isWrapPending = false
    state.pointee.modes.noteResize()
    takeCursor()
  }

  /// Bytes for the program that have come up since the last call.
  func takeOutput() -> [UInt8] {
    guard !state.pointee.output.isEmpty else { return [] }
    defer { state.pointee.output.removeAll(keepingCapacity: true) }
    return state.pointee.output
  }

  /// Whether the bell has rung since the last call.
  func takeBell() -> Bool {
    defer { state.pointee.hasRung = false }
    return state.pointee.hasRung
  }
}
