import GPUMetrics
import TerminalCore

extension GPUScreenView {
  private static let nameColumns = 24
  private static let valueColumns = 12

  func figureRows(of device: GPUDevice) -> [GPUFigureRow] {
    GPUFigureRow.all(of: device, in: picture.report)
  }

  /// Which row is in front: a fact, or else the figure that is drawn.
  func selectedFigure(in rows: [GPUFigureRow]) -> Int {
    rows.firstIndex { row in
      switch row {
      case .metric(let metric): screen.fact == nil && metric == state.gpuView.metric
      case .fact(let fact): fact.name == screen.fact
      }
    } ?? 0
  }

  func drawFigures(of device: GPUDevice, into buffer: inout CellBuffer, area: Rect) {
    guard !area.isEmpty else { return }
    let rows = figureRows(of: device)
    drawHeading(
      .figures, "\(rows.count) figures", "the one in front is drawn, ? explains it",
      into: &buffer, area: area)
    let selected = selectedFigure(in: rows)
    let place = rowsArea(of: area, list: .figures)
    ListView(rows.map { line(of: $0, device) }, selected: selected).draw(
      into: &buffer, area: place, theme: state.theme, glyphs: state.glyphs)
  }

  private func line(of row: GPUFigureRow, _ device: GPUDevice) -> StyledLine {
    switch row {
    case .metric(let metric):
      let figure = GPUFigure(metric, of: device, now: picture.time)
      let warning = GPUWarning.all(of: device).first { $0.metric == metric }
      return line(
        metric.name, figure.text, warning?.role ?? figure.role,
        warning.map { "\($0.mark) \($0.short)" } ?? figure.note, warning?.role ?? .textMuted)
    case .fact(let fact):
      guard let value = fact.value else {
        return line(fact.name, "n/a", .disabled, fact.reason, .textMuted)
      }
      return StyledLine([
        StyledSpan(padded(fact.name, Self.nameColumns), .textMuted), StyledSpan(value),
      ])
    }
  }

  private func line(
    _ name: String, _ text: String, _ role: ThemeRole, _ note: String?, _ noteRole: ThemeRole
  ) -> StyledLine {
    let room = String(
      repeating: " ", count: max(0, Self.valueColumns - TextWidth.columns(of: text)))
    return StyledLine([
      StyledSpan(padded(name, Self.nameColumns), .textMuted), StyledSpan(room + text, role),
      StyledSpan(note.map { "  \($0)" } ?? "", noteRole),
    ])
  }

  private func padded(_ text: String, _ columns: Int) -> String {
    text + String(repeating: " ", count: max(1, columns - TextWidth.columns(of: text)))
  }
}
