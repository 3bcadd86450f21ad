import CNCurses
import TerminalCore

extension NCursesBackend {
  /// Codes read in one poll, so that a paste or a flood of input never holds up the screen.
  private static let codesPerPoll = 65_536

  func readInput(into events: inout [TerminalEvent]) {
    for _ in 0..<Self.codesPerPoll {
      let code = wgetch(inputPad)
      guard code != ERR else {
        events += decoder.finish()
        return
      }
      if let input = translate(code) { events += decoder.feed(input) }
    }
  }

  private func translate(_ code: Int32) -> InputCode? {
    switch code {
    case 0..<256: return .byte(UInt8(code))
    case KeyCodes.pasteStart: return .pasteStart
    case KeyCodes.pasteEnd: return .pasteEnd
    // The signal has told of it already.
    case KEY_RESIZE: return nil
    case KeyCodes.mouseStart: return .mouseStart
    default: return KeyCodes.key(of: code).map { .key($0) }
    }
  }
}
