import SessionEngine
import TerminalCore

/// The full-screen list of all runs.
struct RunListView {
  /// From so many columns on the exercise and the figures have room.
  private static let wideColumns = 110
  /// Below so many columns there is room for what a run is, its state and time alone.
  private static let narrowColumns = 76
  let state: ConsoleState
  let list: RunListState

  /// Returns where the cursor stands.
  func draw(into buffer: inout CellBuffer, area: Rect) -> Point? {
    let rows = state.runListRows(list.filter.text)
    let badge = "\(rows.count) runs" + (list.marked.isEmpty ? "" : " · \(list.marked.count) marked")
    Frame(title: "All runs", badge: badge, isFocused: true).draw(
      into: &buffer, area: area, theme: state.theme, glyphs: state.glyphs)
    let (filterLine, titles, body, foot) = parts(of: area)
    let cursor = drawFilter(into: &buffer, area: filterLine)
    let fields = fields(columns: area.columns)
    let table = Table(
      fields.map(\.column), rows: rows.map { row in fields.map { $0.cell(row) } })
    let widths = table.widths(in: body.columns - 5)
    line(table.columns.map { StyledSpan($0.title, .textMuted) }, table, widths).write(
      into: &buffer, column: titles.column + 2, row: titles.row, clip: titles, theme: state.theme)
    ListView(
      table.rows.map { line($0, table, widths) }, selected: rows.isEmpty ? nil : list.selected,
      emptyText: emptyText
    ).draw(into: &buffer, area: body, theme: state.theme, glyphs: state.glyphs)
    drawFoot(columns: area.columns, into: &buffer, area: foot)
    return cursor
  }

  /// The row of the list under a point.
  func row(at point: Point, in area: Rect) -> Int? {
    let body = parts(of: area).body
    guard body.contains(point) else { return nil }
    let count = state.runListRows(list.filter.text).count
    let first = ListView.offset(showing: list.selected, from: 0, count: count, rows: body.rows)
    return first + point.row - body.row
  }

  private func parts(of area: Rect) -> (filter: Rect, titles: Rect, body: Rect, foot: Rect) {
    let inside = Frame.interior(of: area).inset(columns: 1)
    let (filter, below) = inside.splitTop(1)
    let (titles, rest) = below.splitTop(1)
    let (body, foot) = rest.splitBottom(rest.rows > 4 ? 1 : 0)
    return (filter, titles, body, foot)
  }

  private var emptyText: String {
    if !list.filter.text.isEmpty { return "No run's line holds that: Esc shows all." }
    if case .unavailable? = state.memory {
      return "Nothing has run in this session, and earlier runs cannot be read."
    }
    return state.history == nil ? "Reading the workshop's runs…" : "Nothing has run yet."
  }

  private func drawFilter(into buffer: inout CellBuffer, area: Rect) -> Point? {
    let isOn = list.isFiltering || !list.filter.text.isEmpty
    let text = isOn ? "/ \(list.filter.text)" : "/ filters by name, exercise, environment, state"
    buffer.write(
      state.glyphs.truncate(text, to: area.columns), column: area.column, row: area.row,
      style: state.theme[isOn ? .textStrong : .textMuted], clip: area)
    guard list.isFiltering else { return nil }
    let before = TextWidth.columns(of: String(list.filter.text.prefix(list.filter.cursor)))
    return Point(column: min(area.endColumn - 1, area.column + 2 + before), row: area.row)
  }

  /// A column of the list with what stands in it.
  private struct Field {
    let column: Table.Column
    /// From so many columns of the screen on it is shown.
    let from: Int
    let cell: (RunListRow) -> StyledSpan

    init(
      _ title: String, _ alignment: Table.Alignment = .left, from: Int = 0,
      _ cell: @escaping (RunListRow) -> StyledSpan
    ) {
      column = Table.Column(title, alignment)
      self.from = from
      self.cell = cell
    }
  }

  private func fields(columns: Int) -> [Field] {
    let all = [
      Field("") { row in
        let mark = list.marked.firstIndex(of: row.id).map { "\($0 + 1)" } ?? " "
        return StyledSpan(mark + (row.isPinned ? "★" : " "), .textAccent)
      },
      Field("run", .right) { StyledSpan("\($0.id)", .textMuted) },
      Field("name") { StyledSpan($0.title, .textStrong) },
      Field("exercise", from: Self.wideColumns) { StyledSpan($0.exercise) },
      Field("environment", from: Self.narrowColumns) { StyledSpan($0.environment) },
      Field("state") { StyledSpan($0.state, $0.role) },
      Field("started", from: Self.narrowColumns) {
        StyledSpan($0.when, $0.when == "n/a" ? .disabled : .textMuted)
      },
      Field("time", .right) {
        StyledSpan(
          $0.seconds.map(RunWords.duration) ?? "n/a", $0.seconds == nil ? .disabled : .text)
      },
      Field("last figures", from: Self.wideColumns) {
        StyledSpan($0.figures, $0.figures == "n/a" ? .disabled : .text)
      },
    ]
    return all.filter { $0.from <= columns }
  }

  /// The cells in their columns as one line.
  private func line(_ cells: [StyledSpan], _ table: Table, _ widths: [Int]) -> StyledLine {
    StyledLine(
      cells.enumerated().map { index, cell in
        let text = state.glyphs.truncate(cell.text, to: widths[index])
        let room = String(
          repeating: " ", count: max(0, widths[index] - TextWidth.columns(of: text)))
        let isRight = table.columns[index].alignment == .right
        return StyledSpan((isRight ? room + text : text + room) + "  ", cell.role)
      })
  }

  private func drawFoot(columns: Int, into buffer: inout CellBuffer, area: Rect) {
    let words: String
    switch columns {
    case ..<Self.narrowColumns: words = "★ pinned. More columns in a wider terminal."
    case ..<Self.wideColumns:
      words = "★ pinned, 1 to 4 marked. Exercise and figures: \(Self.wideColumns) columns."
    default: words = "★ pinned · 1 to 4 marked for c, compare."
    }
    var role = ThemeRole.textMuted
    var note = ""
    if case .unavailable? = state.memory {
      note = "Not kept: these runs have their logs alone. "
      role = .warning
    }
    buffer.write(
      state.glyphs.truncate(note + words, to: area.columns), column: area.column, row: area.row,
      style: state.theme[role], clip: area)
  }
}
