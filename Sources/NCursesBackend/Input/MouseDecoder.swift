import CNCurses
import TerminalCore

/// Makes a mouse event of ncurses' report; buttons other than the first do nothing.
struct MouseDecoder: Sendable {
  private var isPressed = false

  mutating func event(state: mmask_t, column: Int32, row: Int32) -> MouseEvent? {
    guard let action = action(of: state) else { return nil }
    var modifiers: KeyModifiers = []
    if state & atelier_mouse_shift() != 0 { modifiers.insert(.shift) }
    if state & atelier_mouse_control() != 0 { modifiers.insert(.control) }
    if state & atelier_mouse_alt() != 0 { modifiers.insert(.alt) }
    return MouseEvent(
      action, at: Point(column: Int(column), row: Int(row)), modifiers: modifiers)
  }

  private mutating func action(of state: mmask_t) -> MouseEvent.Action? {
    if state & atelier_mouse_wheel_up() != 0 { return .scrollUp }
    if state & atelier_mouse_wheel_down() != 0 { return .scrollDown }
    if state & atelier_mouse_pressed() != 0 {
      // A second press without a release is how ncurses reports a move in some encodings.
      defer { isPressed = true }
      return isPressed ? .drag : .press
    }
    if state & atelier_mouse_moved() != 0 { return isPressed ? .drag : nil }
    if state & atelier_mouse_released() != 0 {
      defer { isPressed = false }
      return isPressed ? .release : nil
    }
    return nil
  }
}
