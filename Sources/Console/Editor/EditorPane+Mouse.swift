import TerminalCore
import TextEditing

extension EditorPane {
  /// Takes what the mouse did; `area` is where the pane was drawn.
  public mutating func handleMouse(_ event: MouseEvent, in area: Rect) -> [EditorRequest] {
    let isOnText = area.contains(event.point) && event.point.row < area.endRow - 1
    switch event.action {
    case .scrollUp: scroll(by: -3)
    case .scrollDown: scroll(by: 3)
    case .press:
      guard isOnText else { return [] }
      message = nil
      if prompt != .none { endPrompt() }
      isDragging = true
      let place = position(at: event.point, in: area)
      run(.move(.to(place), selecting: event.modifiers.contains(.shift)))
    case .drag:
      guard isDragging else { return [] }
      run(.move(.to(position(at: event.point, in: area)), selecting: true))
      follow()
    case .release: isDragging = false
    }
    return []
  }
}
