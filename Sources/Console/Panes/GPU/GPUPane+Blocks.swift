import GPUMetrics
import TerminalCore

extension GPUPane {
  /// A device with gauges, facts, owners and its graph.
  func drawBlock(
    _ device: GPUDevice, isTall: Bool, into buffer: inout CellBuffer, area: Rect
  ) {
    let (title, rest) = area.splitTop(1)
    let warnings = GPUWarning.all(of: device)
    drawTitle(of: device, warnings, into: &buffer, area: title)
    var below = rest
    if let fault = device.fault {
      let lines = TextWrapping.lines(of: fault, columns: max(1, rest.columns)).count
      let (block, graph) = rest.splitTop(lines)
      TextBlock(fault, role: .bad).draw(
        into: &buffer, area: block, theme: state.theme, glyphs: state.glyphs)
      below = graph
    } else {
      below = drawFigures(of: device, warnings, into: &buffer, area: rest)
      below = drawOwners(of: device, isTall: isTall, into: &buffer, area: below)
    }
    if isTall {
      drawHistory(of: device, isNamed: false, into: &buffer, area: below)
    } else {
      drawGraph(of: device, into: &buffer, area: below)
    }
  }

  private func drawTitle(
    of device: GPUDevice, _ warnings: [GPUWarning], into buffer: inout CellBuffer, area: Rect
  ) {
    let name = "\(pointer(device))\(device.index) \(device.name ?? "unnamed GPU")"
    let end = buffer.write(
      state.glyphs.truncate(name, to: area.columns), column: area.column, row: area.row,
      style: state.theme[.textStrong], clip: area)
    guard let worst = warnings.first else { return }
    let left = area.endColumn - end - 2
    let words = ["\(worst.mark) \(worst.words)", "\(worst.mark) \(worst.short)", worst.mark]
    guard let fitting = words.first(where: { TextWidth.columns(of: $0) <= left }) else { return }
    buffer.write(
      fitting, column: area.endColumn - TextWidth.columns(of: fitting), row: area.row,
      style: state.theme[worst.role], clip: area)
  }

  /// Returns what is left of the area.
  private func drawFigures(
    of device: GPUDevice, _ warnings: [GPUWarning], into buffer: inout CellBuffer, area: Rect
  ) -> Rect {
    let gauges = GPUGauges(
      device: device, now: picture.time, warnings: warnings, hasAges: false)
    let texts = [GPUMetric.utilization, .memoryUsed].filter { device[$0].value != nil }
      .map { TextWidth.columns(of: gauges.text($0)) }
    var below = area
    for metric in [GPUMetric.utilization, .memoryUsed] {
      let (line, rest) = below.splitTop(1)
      gauges.draw(
        metric, textColumns: area.columns >= 40 ? texts.max() ?? 0 : 0, into: &buffer, area: line,
        theme: state.theme, glyphs: state.glyphs)
      below = rest
    }
    if let silence = silence(of: device) {
      let lines = TextWrapping.lines(of: silence, columns: max(1, below.columns)).count
      let (block, rest) = below.splitTop(lines)
      TextBlock(silence, role: .warning).draw(
        into: &buffer, area: block, theme: state.theme, glyphs: state.glyphs)
      below = rest
    }
    let (facts, rest) = below.splitTop(1)
    gauges.facts.truncated(to: facts.columns, glyphs: state.glyphs).write(
      into: &buffer, column: facts.column, row: facts.row, clip: facts, theme: state.theme)
    return rest
  }
}
