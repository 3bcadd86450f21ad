import CVTerm
import TerminalCore

extension Emulator {
  /// The bytes a key sends, as xterm does: letters with Ctrl and Alt the traditional way, cursor
  /// and function keys as the modes ask that the program has set.
  func encode(_ press: KeyPress) {
    let modifiers = Self.modifiers(press.modifiers)
    switch press.key {
    case .character(let character): encode(character, press.modifiers)
    case .enter: vterm_keyboard_key(terminal, VTERM_KEY_ENTER, Self.onlyAlt(press.modifiers))
    case .backspace:
      vterm_keyboard_key(terminal, VTERM_KEY_BACKSPACE, Self.onlyAlt(press.modifiers))
    case .escape: vterm_keyboard_key(terminal, VTERM_KEY_ESCAPE, Self.onlyAlt(press.modifiers))
    case .tab:
      let kept = press.modifiers.intersection([.shift, .alt])
      vterm_keyboard_key(terminal, VTERM_KEY_TAB, Self.modifiers(kept))
    case .delete: vterm_keyboard_key(terminal, VTERM_KEY_DEL, modifiers)
    case .up: vterm_keyboard_key(terminal, VTERM_KEY_UP, modifiers)
    case .down: vterm_keyboard_key(terminal, VTERM_KEY_DOWN, modifiers)
    case .left: vterm_keyboard_key(terminal, VTERM_KEY_LEFT, modifiers)
    case .right: vterm_keyboard_key(terminal, VTERM_KEY_RIGHT, modifiers)
    case .home: vterm_keyboard_key(terminal, VTERM_KEY_HOME, modifiers)
    case .end: vterm_keyboard_key(terminal, VTERM_KEY_END, modifiers)
    case .pageUp: vterm_keyboard_key(terminal, VTERM_KEY_PAGEUP, modifiers)
    case .pageDown: vterm_keyboard_key(terminal, VTERM_KEY_PAGEDOWN, modifiers)
    case .insert: vterm_keyboard_key(terminal, VTERM_KEY_INS, modifiers)
    case .function(let number):
      guard (1...12).contains(number) else { return }
      let key = VTermKey(VTERM_KEY_FUNCTION_0.rawValue + UInt32(number))
      vterm_keyboard_key(terminal, key, modifiers)
    }
  }

  private func encode(_ character: Character, _ modifiers: KeyModifiers) {
    if modifiers.contains(.alt) { state.pointee.output.append(0x1B) }
    guard modifiers.contains(.control), let ascii = character.asciiValue else {
      state.pointee.output.append(contentsOf: Array(String(character).utf8))
      return
    }
    switch ascii {
    case UInt8(ascii: "?"): state.pointee.output.append(0x7F)
    case UInt8(ascii: " "): state.pointee.output.append(0)
    case 0x40...0x7E: state.pointee.output.append(ascii & 0x1F)
    default: state.pointee.output.append(ascii)
    }
  }

  /// A pasted text, marked as one where the program has asked for it. Line breaks become what the
  /// Enter key sends, and control characters are left out: text must not act as keys.
  func encodePaste(_ text: String) {
    let allowed = text.replacing("\r\n", with: "\r").replacing("\n", with: "\r")
      .unicodeScalars.filter { scalar in
        scalar == "\r" || scalar == "\t"
          || (scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value))
      }
    vterm_keyboard_start_paste(terminal)
    state.pointee.output.append(contentsOf: Array(String(String.UnicodeScalarView(allowed)).utf8))
    vterm_keyboard_end_paste(terminal)
  }

  /// Returns false when the program has not asked for such an event; nothing is sent then.
  func encode(_ event: MouseEvent) -> Bool {
    guard state.pointee.mouse != .none else { return encodeWheelAsArrows(event) }
    let modifiers = Self.modifiers(event.modifiers)
    vterm_mouse_move(terminal, Int32(event.point.row), Int32(event.point.column), modifiers)
    switch event.action {
    case .press: vterm_mouse_button(terminal, 1, true, modifiers)
    case .release: vterm_mouse_button(terminal, 1, false, modifiers)
    case .scrollUp: vterm_mouse_button(terminal, 4, true, modifiers)
    case .scrollDown: vterm_mouse_button(terminal, 5, true, modifiers)
    case .drag: break
    }
    return true
  }

  /// Pagers on the alternate screen scroll with the arrow keys, three lines a notch as in xterm.
  private func encodeWheelAsArrows(_ event: MouseEvent) -> Bool {
    guard state.pointee.isAlternate else { return false }
    switch event.action {
    case .scrollUp: for _ in 0..<3 { encode(KeyPress(.up)) }
    case .scrollDown: for _ in 0..<3 { encode(KeyPress(.down)) }
    case .press, .release, .drag: return false
    }
    return true
  }

  /// Few programs understand Enter, Backspace or Escape with Shift or Ctrl.
  private static func onlyAlt(_ modifiers: KeyModifiers) -> VTermModifier {
    Self.modifiers(modifiers.intersection(.alt))
  }

  private static func modifiers(_ modifiers: KeyModifiers) -> VTermModifier {
    var bits: UInt32 = 0
    if modifiers.contains(.shift) { bits |= VTERM_MOD_SHIFT.rawValue }
    if modifiers.contains(.alt) { bits |= VTERM_MOD_ALT.rawValue }
    if modifiers.contains(.control) { bits |= VTERM_MOD_CTRL.rawValue }
    return VTermModifier(bits)
  }
}
