import TerminalCore
import WorkshopModel

/// The day's outline on the room's clock: what is over, what runs, what is next.
struct OutlinePane {
  let state: ConsoleState

  private var now: DayTime { DayTime(seconds: state.clock.secondsSinceMidnight) }

  func draw(into buffer: inout CellBuffer, area: Rect) {
    let inside = state.drawFrame(
      .outline, title: "Outline", badge: badge, into: &buffer, area: area)
    let rows = state.outlineRows
    let needsBar = rows.count > inside.rows
    let lines = rows.map { line(for: $0, columns: inside.columns - (needsBar ? 3 : 2)) }
    let topics = topicLines(columns: inside.columns - 2)
    let spare = inside.rows - lines.count
    let (list, below) = inside.splitBottom(spare >= 2 ? min(spare, topics.count) : 0)
    ListView(lines, selected: state.outlineSelection, offset: firstRow(rows, list.rows)).draw(
      into: &buffer, area: list, theme: state.theme, glyphs: state.glyphs)
    let shown = StyledLine.fitting(
      topics, rows: below.rows, columns: below.columns - 2, glyphs: state.glyphs)
    StyledLines(shown).draw(
      into: &buffer, area: below.inset(columns: 1), theme: state.theme, glyphs: state.glyphs)
  }

  private var badge: String {
    let start = state.roomClock.start.timeOfDay
    return "\(start.text)–\(start.adding(minutes: state.workshop.minutes).text)"
  }

  /// The list as it lies: the selected row is in view.
  private func firstRow(_ rows: [OutlineRow], _ visible: Int) -> Int {
    ListView.offset(
      showing: state.outlineSelection, from: state.outlineScroll, count: rows.count, rows: visible)
  }

  private func line(for row: OutlineRow, columns: Int) -> StyledLine {
    switch row {
    case .segment(let index): segmentLine(index, columns: columns)
    case .exercise(let id, let index): exerciseLine(id, index, columns: columns)
    }
  }

  private func segmentLine(_ index: Int, columns: Int) -> StyledLine {
    let segment = state.workshop.segments[index]
    let time = state.roomClock.startTime(of: segment).text
    let (mark, role, end) = appearance(of: index, segment)
    // Time, mark and the spaces around them take eight columns, and one stands before the end.
    let room = max(4, columns - 9 - TextWidth.columns(of: end))
    let title = state.glyphs.truncate(segment.title, to: room)
    let gap = String(repeating: " ", count: max(0, room - TextWidth.columns(of: title)) + 1)
    let isOpen = segment.exercises.count == 1 && segment.exercises.first == state.exercise
    return StyledLine([
      StyledSpan("\(time) ", role == .segmentOver ? .segmentOver : .textMuted),
      StyledSpan("\(mark) ", role), StyledSpan(title, isOpen ? .textAccent : role),
      StyledSpan("\(gap)\(end)", role == .text ? .textMuted : role),
    ])
  }

  private func appearance(
    of index: Int, _ segment: Segment
  ) -> (mark: String, role: ThemeRole, end: String) {
    let unicode = state.glyphs == .unicode
    switch state.roomClock.state(ofSegment: index, at: now) {
    case .over: return (unicode ? "✓" : "-", .segmentOver, "")
    case .running(let remaining):
      return (unicode ? "▶" : ">", .segmentNow, remaining.text)
    case .next: return (unicode ? "○" : "o", .segmentNext, "next")
    case .later: return (unicode ? "·" : ".", .text, "\(segment.minutes)m")
    }
  }

  private func exerciseLine(_ id: String, _ segment: Int, columns: Int) -> StyledLine {
    let isOver = state.roomClock.state(ofSegment: segment, at: now) == .over
    let title = state.workshop.exercise(id)?.title ?? "not in this workshop"
    let isOpen = state.exercise == id
    let branch = state.glyphs == .unicode ? "└ " : "- "
    let number = id.replacing("exercise-", with: "")
    let text = state.glyphs.truncate("\(number) \(title)", to: max(4, columns - 10))
    return StyledLine([
      StyledSpan("        \(branch)", .textMuted),
      StyledSpan(text, isOpen ? .textAccent : isOver ? .segmentOver : .text),
    ])
  }

  /// What the selected part is about.
  private func topicLines(columns: Int) -> [StyledLine] {
    guard state.outlineRows.indices.contains(state.outlineSelection) else { return [] }
    let row = state.outlineRows[state.outlineSelection]
    let texts: [String]
    if case .exercise(let id, _) = row, let exercise = state.workshop.exercise(id) {
      texts = [exercise.goal]
    } else {
      texts = state.workshop.segments[row.segment].topics
    }
    let lines = texts.flatMap { TextWrapping.lines(of: $0, columns: max(8, columns)) }
    return [StyledLine()] + lines.map { StyledLine($0, .textMuted) }
  }
}
