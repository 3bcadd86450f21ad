import TerminalCore

/// The history of a value over the rows of an area, the newest at the right; a missing value is a
/// gap in the line. With Unicode's glyphs a column of cells holds two values, else one.
public struct LineGraph: Widget, Equatable {
  public enum Shape: Sendable, Hashable {
    case line
    /// The area below the line is filled.
    case filled
  }

  public var values: [Double?]
  public var range: ClosedRange<Double>
  public var shape: Shape
  /// The highest of what each value is the mean of, drawn as a dot above it; empty for none.
  public var peaks: [Double?]

  public init(
    _ values: [Double?], range: ClosedRange<Double>, shape: Shape = .filled,
    peaks: [Double?] = []
  ) {
    self.values = values
    self.range = range
    self.shape = shape
    self.peaks = peaks
  }

  public func draw(into buffer: inout CellBuffer, area: Rect, theme: Theme, glyphs: GlyphSet) {
    guard !area.isEmpty else { return }
    let perColumn = glyphs == .unicode ? 2 : 1
    let perRow = glyphs == .unicode ? 4 : 1
    let newest = values.suffix(area.columns * perColumn)
    let steps = area.rows * perRow
    func place(_ value: Double?) -> Int? {
      value.flatMap { GraphScale.fraction(of: $0, in: range) }
        .map { steps - 1 - Int(($0 * Double(steps - 1)).rounded()) }
    }
    let tops = newest.map(place)
    let highest = peaks.suffix(newest.count).map(place)
    let start = area.columns * perColumn - tops.count
    var canvas = BrailleCanvas(columns: area.columns, rows: area.rows)
    for (index, top) in tops.enumerated() {
      guard let top else { continue }
      if highest.indices.contains(index), let peak = highest[index], peak < top {
        if glyphs == .unicode {
          canvas.set(across: start + index, down: peak)
        } else {
          buffer.write(
            "'", column: area.column + start + index, row: area.row + peak,
            style: style(of: peak, of: area.rows, theme), clip: area)
        }
      }
      let before = index > 0 ? tops[index - 1] ?? top : top
      let down = shape == .filled ? top...steps - 1 : min(top, before)...max(top, before)
      for step in down {
        if glyphs == .unicode {
          canvas.set(across: start + index, down: step)
        } else {
          buffer.write(
            shape == .filled && step > top ? ":" : "#", column: area.column + start + index,
            row: area.row + step, style: style(of: step, of: area.rows, theme), clip: area)
        }
      }
    }
    guard glyphs == .unicode else { return }
    for row in 0..<area.rows {
      for column in 0..<area.columns {
        guard let character = canvas.character(column: column, row: row) else { continue }
        buffer.write(
          String(character), column: area.column + column, row: area.row + row,
          style: style(of: row, of: area.rows, theme), clip: area)
      }
    }
  }

  /// Higher rows are coloured as higher values.
  private func style(of row: Int, of rows: Int, _ theme: Theme) -> Style {
    theme[GraphScale.role(of: rows == 1 ? 0 : (Double(rows - row) - 0.5) / Double(rows))]
  }
}
