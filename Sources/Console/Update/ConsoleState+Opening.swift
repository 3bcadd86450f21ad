import WorkshopModel

extension ConsoleState {
  /// Marks the row where the room is: the running part's exercise, else the next one there is.
  public mutating func selectWhereTheRoomIs() {
    let now = DayTime(seconds: clock.secondsSinceMidnight)
    let rows = outlineRows
    switch roomClock.position(at: now) {
    case .inSegment(let index, _):
      outlineSelection = rows.firstIndex { $0.segment == index } ?? 0
    case .beforeStart, .over:
      outlineSelection = 0
    }
  }
}
