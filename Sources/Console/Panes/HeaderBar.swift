import TerminalCore
import WorkshopModel

/// The top line: where the room is, the time, the chosen environment and who makes it.
struct HeaderBar {
  let state: ConsoleState

  func draw(into buffer: inout CellBuffer, area: Rect) {
    let bar = state.theme[.headerBar]
    buffer.fill(area, with: Cell(" ", style: bar))
    let right = environmentWords
    let rightColumns = TextWidth.columns(of: right)
    let left = " Atelier  \(clockText)  \(roomWords)"
    let room = max(0, area.columns - rightColumns - 2)
    buffer.write(
      state.glyphs.truncate(left, to: room), column: area.column, row: area.row,
      style: bar.adding(.bold), clip: area)
    buffer.write(
      right, column: area.endColumn - rightColumns - 1, row: area.row, style: bar, clip: area)
  }

  private var clockText: String {
    DayTime(seconds: state.clock.secondsSinceMidnight).timeOfDay.text
  }

  private var roomWords: String {
    let now = DayTime(seconds: state.clock.secondsSinceMidnight)
    switch state.roomClock.position(at: now) {
    case .beforeStart(let remaining): return "begins in \(remaining.text)"
    case .inSegment(let index, let remaining):
      let segment = state.workshop.segments[index]
      return "\(segment.title): \(remaining.text) left"
    case .over(let since): return "over since \(since.text)"
    }
  }

  private var environmentWords: String {
    let provider = state.provider.map { $0.kind == .venv ? "venv, not pixi" : "pixi" } ?? "…"
    guard let name = state.currentEnvironment else { return provider }
    return "\(name) · \(provider)"
  }
}
