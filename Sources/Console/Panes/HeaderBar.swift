import TerminalCore
import WorkshopModel

/// The top line: where the room is, the time, the chosen environment and who makes it.
struct HeaderBar {
  let state: ConsoleState

  func draw(into buffer: inout CellBuffer, area: Rect) {
    let bar = state.theme[.headerBar]
    buffer.fill(area, with: Cell(" ", style: bar))
    let right = environmentWords(isNarrow: area.columns < 100)
    let rightColumns = TextWidth.columns(of: right)
    let room = max(0, area.columns - rightColumns - 3)
    buffer.write(
      state.glyphs.truncate(leftWords(columns: room), to: room), column: area.column, row: area.row,
      style: bar.adding(.bold), clip: area)
    buffer.write(
      right, column: area.endColumn - rightColumns - 1, row: area.row, style: bar, clip: area)
  }

  private var clockText: String {
    DayTime(seconds: state.clock.secondsSinceMidnight).timeOfDay.text
  }

  /// The part's title gives way to the time that is left of it.
  private func leftWords(columns: Int) -> String {
    let (title, time) = roomWords
    let words = title.isEmpty ? time : "\(title): \(time)"
    func room(after start: String) -> Int { columns - TextWidth.columns(of: start) }
    let long = " Atelier  \(clockText)  "
    if room(after: long) >= min(TextWidth.columns(of: words), Self.leastRoomColumns) {
      return long + cut(words, title, time, to: room(after: long))
    }
    let short = " \(clockText)  "
    return short + cut(words, title, time, to: room(after: short))
  }

  /// Below this the name of the program gives way to the part's title.
  private static let leastRoomColumns = 24

  private func cut(_ words: String, _ title: String, _ time: String, to columns: Int) -> String {
    guard TextWidth.columns(of: words) > columns else { return words }
    let room = columns - TextWidth.columns(of: time) - 2
    return room < 4 ? time : "\(state.glyphs.truncate(title, to: room)): \(time)"
  }

  private var roomWords: (title: String, time: String) {
    let now = DayTime(seconds: state.clock.secondsSinceMidnight)
    switch state.roomClock.position(at: now) {
    case .beforeStart(let remaining): return ("", "begins in \(remaining.text)")
    case .inSegment(let index, let remaining):
      let segment = state.workshop.segments[index]
      return (segment.title, "\(remaining.text) left")
    case .over(let since): return ("", "over since \(since.text)")
    }
  }

  /// The environment the next run uses, and what makes it: a venv is never the CUDA build.
  private func environmentWords(isNarrow: Bool) -> String {
    guard let provider = state.provider else { return "looking for pixi…" }
    let name = state.currentEnvironment.map { "\($0) · " } ?? ""
    guard provider.kind == .venv else { return "\(name)pixi" }
    let cuda = state.openExercise?.environment(state.currentEnvironment ?? "")?.cuda
    guard let cuda else { return "\(name)venv, not pixi" }
    return "\(name)venv, not \(isNarrow ? "CUDA" : "the CUDA") \(cuda)" + (isNarrow ? "" : " build")
  }
}
