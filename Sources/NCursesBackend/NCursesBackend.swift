import CNCurses
import CPosix
import Foundation
import Glibc
import TerminalCore

/// The terminal the console runs in, by ncurses.
///
/// Claiming it puts it into raw mode: Ctrl-C and Ctrl-Z arrive as keys. A crash restores it
/// (`atelier_terminal_claim`). SIGTERM, SIGHUP, SIGINT and SIGWINCH are the runtime's: it calls
/// `restore()` before it ends and `resized()` after a change of size. ncurses keeps its state in
/// globals, so there is one at a time, and whoever claims the screen must call `restore()`.
@MainActor
public final class NCursesBackend: Backend {
  public private(set) var size: Size
  /// The colours in use: what the terminal has, or none under `NO_COLOR`.
  public let colorDepth: ColorDepth
  let screen: OpaquePointer
  private let window: UnsafeMutablePointer<WINDOW>
  let inputPad: UnsafeMutablePointer<WINDOW>
  private var writer: FrameWriter
  private let streams: TerminalStreams
  private var shown: CellBuffer?
  private var isRestored = false
  var decoder = InputDecoder()
  private var pendingResize: Size?

  /// Claims a terminal; on an error nothing has been written to it.
  /// - Parameters:
  ///   - input: The descriptor keys are read from.
  ///   - output: The descriptor the screen is written to.
  ///   - environment: Where `TERM` and `NO_COLOR` are looked up.
  /// - Throws: `TerminalError`.
  public init(
    input: Int32 = STDIN_FILENO, output: Int32 = STDOUT_FILENO, environment: [String: String]
  ) throws {
    let type = try TerminalType.check(input: input, output: output, environment: environment)
    let reset = TerminalModes.resetSequence()
    let claim = atelier_terminal_claim(output, reset, reset.utf8.count)
    guard claim == 0 else { throw TerminalError.refused(String(cString: strerror(claim))) }
    do {
      _ = TextWidth.columns(of: "é")
      // The size is the terminal driver's, whatever LINES and COLUMNS say.
      use_env(false)
      use_tioctl(true)
      let streams = try TerminalStreams(input: input, output: output)
      self.streams = streams
      screen = try SignalActions.kept {
        guard let screen = newterm(type, streams.output, streams.input) else {
          throw TerminalError.refused("ncurses does not accept TERM=\(type)")
        }
        return screen
      }
      set_term(screen)
      guard let window = atelier_stdscr(), let pad = newpad(1, 1) else {
        endwin()
        throw TerminalError.refused("there is no memory for the screen")
      }
      self.window = window
      inputPad = pad
    } catch {
      atelier_terminal_release()
      throw error
    }
    let colors = environment["NO_COLOR", default: ""].isEmpty ? Int(tigetnum("colors")) : 0
    colorDepth = ColorDepth(colors: colors)
    writer = FrameWriter(
      sequences: ScreenSequences(depth: colorDepth), mapping: ColorMapping(depth: colorDepth))
    size = Size(columns: Int(getmaxx(window)), rows: Int(getmaxy(window)))
    setUpInput()
  }

  private func setUpInput() {
    raw()
    noecho()
    nonl()
    curs_set(0)
    // Reading through a pad never draws; reading through the window would.
    keypad(inputPad, true)
    nodelay(inputPad, true)
    set_escdelay(25)
    KeyCodes.define()
    // Writes what ncurses has prepared: from here on the frames are written past it.
    doupdate()
    streams.write(TerminalModes.enable)
  }

  public func present(_ frame: CellBuffer, cursor: Point?) {
    guard !isRestored else { return }
    if shown == nil { writer.clear() }
    let runs = FrameDifference.runs(from: shown ?? CellBuffer(size: frame.size), to: frame)
    // A cursor that is shown would be seen hurrying from change to change.
    if !runs.isEmpty { writer.place(nil) }
    for run in runs where run.row < size.rows { writer.write(run, on: size) }
    shown = frame
    writer.place(cursor.flatMap { Rect(size: size).contains($0) ? $0 : nil })
    streams.write(writer.take())
  }

  /// Takes over the terminal's new size after a SIGWINCH; the next frame is written whole, and
  /// `pollEvents` begins with the resize.
  @discardableResult
  public func resized() -> Size {
    guard !isRestored else { return size }
    if let now = streams.size, now.columns > 0, now.rows > 0 {
      resizeterm(Int32(now.rows), Int32(now.columns))
      size = now
    }
    shown = nil
    pendingResize = size
    return size
  }

  public func pollEvents() -> [TerminalEvent] {
    guard !isRestored else { return [] }
    var events: [TerminalEvent] = []
    if let pendingResize {
      events.append(.resize(pendingResize))
      self.pendingResize = nil
    }
    readInput(into: &events)
    return events
  }

  public func setClipboard(_ text: String) {
    guard !isRestored else { return }
    streams.write("\u{1B}]52;c;\(Data(text.utf8).base64EncodedString())\u{07}")
  }

  public func restore() {
    guard !isRestored else { return }
    isRestored = true
    writer.end()
    streams.write(writer.take())
    streams.write(TerminalModes.disable)
    curs_set(1)
    endwin()
    delwin(inputPad)
    delscreen(screen)
    atelier_terminal_release()
    streams.close()
  }
}
