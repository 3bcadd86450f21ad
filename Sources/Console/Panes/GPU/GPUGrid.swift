import TerminalCore

/// How the devices share the pane: as blocks with graphs, in columns, as long as all of them fit so;
/// else a line each, and of more than fit a page.
struct GPUGrid {
  /// How much a device shows.
  enum Form: Int, Comparable {
    case line
    /// A line of figures over a graph.
    case short
    /// Gauges over a graph.
    case block
    /// With everything that is told of its owners.
    case tall

    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

    init(rows: Int) {
      switch rows {
      case ..<3: self = .line
      case ..<7: self = .short
      case ..<11: self = .block
      default: self = .tall
      }
    }
  }

  /// So many columns a device with a graph needs where they stand beside each other.
  private static let leastGraphColumns = 56
  /// So many a line needs where they stand beside each other.
  private static let leastLineColumns = 37
  /// Below lines the graph of the one in front needs so many rows.
  private static let leastGraphRows = 4
  private static let gap = 2

  let form: Form
  /// The places of the devices that are shown, in their order.
  let places: [Rect]
  /// Which of the devices those are.
  let shown: Range<Int>
  /// Where the rest is told of; nil where there is none.
  let foot: Rect?
  /// What is left for the graph of the device in front; empty where each has its own.
  let below: Rect

  /// - Parameter selected: Which device is in front, counted from 0; it is among those shown.
  init(count: Int, selected: Int, in area: Rect) {
    let none = area.splitBottom(0).bottom
    guard count > 0, !area.isEmpty else {
      (form, places, shown, foot, below) = (.line, [], 0..<0, nil, none)
      return
    }
    let best = Self.graphColumns(count, area)
    if best.form > .line {
      form = best.form
      let rows = area.rows / Self.rows(count, best.columns)
      places = Self.places(count, in: area, columns: best.columns, rows: rows)
      (shown, foot, below) = (0..<count, nil, none)
      return
    }
    form = .line
    let most = max(1, (area.columns + Self.gap) / (Self.leastLineColumns + Self.gap))
    if let columns = (1...most).first(where: { Self.rows(count, $0) <= area.rows }) {
      let (lines, rest) = area.splitTop(Self.rows(count, columns))
      places = Self.places(count, in: lines, columns: columns, rows: 1)
      (shown, foot) = (0..<count, nil)
      below = rest.rows >= Self.leastGraphRows ? rest : none
      return
    }
    let (lines, line) = area.splitBottom(area.rows > 1 ? 1 : 0)
    let capacity = max(1, most * lines.rows)
    let first = min(max(0, selected), count - 1) / capacity * capacity
    shown = first..<min(count, first + capacity)
    places = Self.places(shown.count, in: lines, columns: most, rows: 1)
    (foot, below) = (line.isEmpty ? nil : line, none)
  }

  /// The device under a point, counted from 0.
  func device(at point: Point) -> Int? {
    places.firstIndex { $0.contains(point) }.map { shown.lowerBound + $0 }
  }

  /// The fewest columns in which every device shows the most.
  private static func graphColumns(_ count: Int, _ area: Rect) -> (columns: Int, form: Form) {
    let most = max(1, (area.columns + gap) / (leastGraphColumns + gap))
    let choices = (1...most).map { ($0, Form(rows: area.rows / rows(count, $0))) }
    return choices.reduce(choices[0]) { $1.1 > $0.1 ? $1 : $0 }
  }

  private static func rows(_ count: Int, _ columns: Int) -> Int { (count + columns - 1) / columns }

  /// Down the first column, then down the next.
  private static func places(_ count: Int, in area: Rect, columns: Int, rows: Int) -> [Rect] {
    let each = max(1, min(self.rows(count, columns), area.rows / max(1, rows)))
    let width = (area.columns - gap * (columns - 1)) / columns
    return (0..<count).map { index in
      Rect(
        column: area.column + index / each * (width + gap),
        row: area.row + index % each * rows, columns: width, rows: rows
      ).intersection(area)
    }
  }
}
