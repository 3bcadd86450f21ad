import GPUMetrics
import TerminalCore

extension GPUPane {
  /// From so many columns on a line has a graph where it has none of its own.
  private static let leastColumnsWithGraph = 62
  /// From so many columns on the clock stands in a line.
  private static let clockColumns = 90
  /// Below so many columns figures are without decimals.
  private static let narrowColumns = 37
  /// From so many columns on the power stands in a line.
  private static let powerColumns = 46

  /// How many of a line's columns are its graph; nil where it has none.
  static func graphColumns(ofLine columns: Int) -> Int? {
    columns >= leastColumnsWithGraph ? columns / 4 : nil
  }

  /// A device in one line: what it does, what is wrong, its name or a graph in what is left.
  func drawLine(
    _ device: GPUDevice, hasGraph: Bool, into buffer: inout CellBuffer, area: Rect
  ) {
    let columns = hasGraph ? Self.graphColumns(ofLine: area.columns) : nil
    let isGraph = columns != nil
    let (text, graph) = area.splitRight(columns ?? 0)
    let end = line(of: device, columns: text.columns - (isGraph ? 1 : 0)).truncated(
      to: text.columns - (isGraph ? 1 : 0), glyphs: state.glyphs
    ).write(into: &buffer, column: text.column, row: text.row, clip: text, theme: state.theme)
    drawGraph(of: device, into: &buffer, area: graph)
    let left = text.splitLeft(end + 2 - area.column).rest
    let name = device.name ?? "unnamed GPU"
    guard device.fault == nil, TextWidth.columns(of: name) <= left.columns else { return }
    buffer.write(
      name, column: left.column, row: left.row, style: state.theme[.textMuted], clip: left)
  }

  private func line(of device: GPUDevice, columns: Int) -> StyledLine {
    let most = devices.map { "\($0.index)".count }.max() ?? 1
    let index = "\(device.index)"
    let head = pointer(device) + String(repeating: " ", count: most - index.count) + index
    var spans = [StyledSpan("\(head) ", .textStrong)]
    if let fault = device.fault { return StyledLine(spans + [StyledSpan(fault, .bad)]) }
    if let silence = silence(of: device) {
      spans.append(StyledSpan("\(silence) · ", .warning))
    }
    let isNarrow = columns < Self.narrowColumns
    let warnings = GPUWarning.all(of: device)
    for (metric, width) in [
      (GPUMetric.utilization, 5), (.memoryUsed, isNarrow ? 6 : 15), (.temperature, 6),
      (.power, 6), (.smClock, 9),
    ] {
      if metric == .power, columns < Self.powerColumns { continue }
      if metric == .smClock, columns < Self.clockColumns { continue }
      let figure = GPUFigure(metric, of: device, now: picture.time)
      let text = text(metric, of: device, isNarrow: isNarrow)
      let warning = warnings.first { $0.metric == metric && $0.metric != .smClock }
      let pad = String(repeating: " ", count: max(0, width - TextWidth.columns(of: text)))
      spans.append(StyledSpan(pad + text, warning?.role ?? figure.role))
      spans.append(
        StyledSpan((warning?.mark ?? " ") + (isNarrow ? "" : " "), warning?.role ?? .text))
    }
    let room = columns - TextWidth.columns(of: spans.map(\.text).joined())
    if let worst = warnings.first {
      // The mark alone is beside its figure already, but for the clocks.
      let words = ["\(worst.mark) \(worst.short)", worst.metric == .smClock ? worst.mark : ""]
      let fitting = words.first { TextWidth.columns(of: $0) <= room } ?? ""
      spans.append(StyledSpan(fitting, worst.role))
    }
    return StyledLine(spans)
  }

  private func text(_ metric: GPUMetric, of device: GPUDevice, isNarrow: Bool) -> String {
    switch metric {
    case .memoryUsed where isNarrow:
      device.memoryUsedBytes.map { "\(Int((Double($0) / 1_073_741_824).rounded())) GiB" } ?? "n/a"
    case .memoryUsed: device.memoryText
    default: GPUFigure(metric, of: device, now: picture.time).text
    }
  }

  /// That the figures are the last known ones, since a call has not come back.
  func silence(of device: GPUDevice) -> String? {
    device.stuck.map { "no answer for \(Int($0.seconds)) s: \($0.figure)" }
  }
}
