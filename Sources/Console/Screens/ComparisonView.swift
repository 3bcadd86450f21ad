import SessionEngine
import TerminalCore

/// The full-screen comparison: curves above; figures, words and differences below, in two columns
/// where there is room.
struct ComparisonView {
  /// From so many columns on the differences stand beside the figures.
  private static let wideColumns = 130
  /// Below so many rows the curves have half of them, however few that are.
  private static let lowRows = 10
  let state: ConsoleState
  let comparison: ComparisonState

  func draw(into buffer: inout CellBuffer, area: Rect) {
    let title = comparison.value.map { "Comparison · \($0.exercise)" } ?? "Comparison"
    Frame(title: title, badge: badge, isFocused: true).draw(
      into: &buffer, area: area, theme: state.theme, glyphs: state.glyphs)
    let (plot, text) = parts(of: area)
    guard let value = comparison.value else {
      let runs = comparison.runs.map(\.description).joined(separator: ", ")
      return TextBlock("Comparing \(runs)…", role: .textMuted).draw(
        into: &buffer, area: plot, theme: state.theme, glyphs: state.glyphs)
    }
    drawCurves(of: value, into: &buffer, area: plot)
    guard !text.isEmpty else { return }
    for (lines, column) in columns(of: value, in: text) {
      ScrolledLines(lines, offset: comparison.scroll).draw(
        into: &buffer, area: column, theme: state.theme, glyphs: state.glyphs)
    }
  }

  /// How far the text can be scrolled.
  func mostScroll(in area: Rect) -> Int {
    guard let value = comparison.value else { return 0 }
    return columns(of: value, in: parts(of: area).text)
      .map { ScrolledLines.mostOffset(lines: $0.count, rows: $1.rows) }
      .max() ?? 0
  }

  private var badge: String {
    guard comparison.value != nil else { return "" }
    let names = comparison.seriesNames
    guard let shown = comparison.shownSeries, let index = names.firstIndex(of: shown) else {
      return ""
    }
    return "\(shown) over \(comparison.shownAxis.rawValue)\(Frame.badgeSeparator)"
      + "series \(index + 1) of \(names.count)"
  }

  private func parts(of area: Rect) -> (plot: Rect, text: Rect) {
    let inside = Frame.interior(of: area).inset(columns: 1)
    guard !comparison.isCurvesOnly else { return (inside, inside.splitBottom(0).bottom) }
    // Without curves what there is to say is said at the top.
    let hasCurves = comparison.value?.curves.isEmpty == false
    let most = inside.rows < Self.lowRows ? inside.rows / 2 : max(6, min(inside.rows / 2, 24))
    let rows = hasCurves ? most : 2
    let (plot, below) = inside.splitTop(rows)
    return (plot, below.splitTop(below.rows > 8 ? 1 : 0).rest)
  }

  private func columns(of value: Comparison, in area: Rect) -> [([StyledLine], Rect)] {
    let alive = value.sides.flatMap(\.runs).filter {
      state.runs[$0]?.snapshot.state.isAlive == true
    }
    let text = ComparisonText(value: value, glyphs: state.glyphs, alive: Set(alive))
    func heading(_ words: String) -> [StyledLine] { [StyledLine(words, .textAccent)] }
    guard area.columns >= Self.wideColumns else {
      let room = area.columns
      let lines =
        text.sentences(columns: room) + [StyledLine()] + text.figures(columns: room)
        + text.notes(columns: room) + [StyledLine()] + text.sides(columns: room) + [StyledLine()]
        + heading(text.differencesTitle) + text.differences(columns: room)
      return [(lines, area)]
    }
    let (left, right) = area.splitLeft(area.columns * 3 / 5)
    let beside = right.splitLeft(2).rest
    return [
      (
        text.figures(columns: left.columns) + text.notes(columns: left.columns) + [StyledLine()]
          + text.sides(columns: left.columns),
        left
      ),
      (
        text.sentences(columns: beside.columns) + [StyledLine()]
          + heading(text.differencesTitle) + text.differences(columns: beside.columns),
        beside
      ),
    ]
  }

  private func drawCurves(of value: Comparison, into buffer: inout CellBuffer, area: Rect) {
    guard !value.curves.isEmpty, let series = comparison.shownSeries else {
      return TextBlock(
        "The runs gave no series to draw: loss, accuracy and others come from lines such as "
          + "epoch=1 loss=0.5.", role: .textMuted
      ).draw(into: &buffer, area: area, theme: state.theme, glyphs: state.glyphs)
    }
    let axis = comparison.shownAxis
    let sides = value.sides.enumerated().map { index, side in
      let curves = comparison.curves.filter { $0.side == index }.map { curve in
        CurveSeries(
          name: side.title,
          points: curve.points.compactMap { point in
            axis.place(of: point).map { CurveSeries.Point(x: $0, y: point.value) }
          })
      }
      let repeats = curves.count > 1 ? " ×\(curves.count)" : ""
      return CurvePlot.Side(
        name: side.title + repeats, curves: curves, figure: Self.lastWords(of: curves))
    }
    CurvePlot(
      sides: sides, xName: axis == .time ? "seconds" : axis.rawValue,
      emptyText: "\(series) has no values over \(axis.rawValue): a changes the axis."
    ).draw(into: &buffer, area: area, theme: state.theme, glyphs: state.glyphs)
  }

  private static func lastWords(of curves: [CurveSeries]) -> String {
    Spread(curves.compactMap(\.points.last?.y)).map { FigureText.short($0.median) } ?? "n/a"
  }
}
