import GPUMetrics
import TerminalCore

/// The machine's GPUs: figures and history, or why there are none.
struct GPUPane {
  let state: ConsoleState

  func draw(into buffer: inout CellBuffer, area: Rect) {
    let report = state.gpu
    let badge = report.origin != .live || report.source == .none ? "" : report.source.rawValue
    let inside = state.drawFrame(.gpu, title: "GPUs", badge: badge, into: &buffer, area: area)
      .inset(columns: 1)
    var rest = drawOrigin(report, into: &buffer, area: inside)
    if let reason = report.reason {
      rest = draw(reason, into: &buffer, area: rest, isOnly: report.devices.isEmpty)
    }
    guard !report.devices.isEmpty else { return }
    rest = drawVersions(report, into: &buffer, area: rest)
    drawDevices(report.devices, into: &buffer, area: rest)
  }

  /// Figures that are not of this machine say so, however small the pane is.
  private func drawOrigin(_ report: GPUReport, into buffer: inout CellBuffer, area: Rect) -> Rect {
    guard let label = report.origin.label else { return area }
    let text = "Not live: \(label)"
    let lines = TextWrapping.lines(of: text, columns: max(1, area.columns)).count
    let (block, rest) = area.splitTop(min(lines, max(1, area.rows / 3)))
    TextBlock(text, role: .warning).draw(
      into: &buffer, area: block, theme: state.theme, glyphs: state.glyphs)
    return rest
  }

  private func draw(
    _ reason: String, into buffer: inout CellBuffer, area: Rect, isOnly: Bool
  ) -> Rect {
    let lines = TextWrapping.lines(of: reason, columns: max(1, area.columns))
    let (text, rest) = area.splitTop(isOnly ? lines.count : min(lines.count, area.rows / 3))
    TextBlock(reason, role: isOnly ? .textMuted : .warning).draw(
      into: &buffer, area: text, theme: state.theme, glyphs: state.glyphs)
    return rest
  }

  private func drawVersions(
    _ report: GPUReport, into buffer: inout CellBuffer, area: Rect
  ) -> Rect {
    let text = "driver \(report.driver ?? "n/a") · CUDA up to \(report.cuda ?? "n/a")"
    let hasRoom = area.rows >= 8 * report.devices.count
    let lines = TextWrapping.lines(of: text, columns: max(1, area.columns)).count
    let (block, rest) = area.splitTop(hasRoom ? lines : 1)
    TextBlock(text, role: .textMuted).draw(
      into: &buffer, area: block, theme: state.theme, glyphs: state.glyphs)
    return rest
  }

  /// A block of rows for each device; one line each when there is no room for more.
  private func drawDevices(
    _ devices: [GPUDevice], into buffer: inout CellBuffer, area: Rect
  ) {
    let rows = area.rows / max(1, devices.count)
    var rest = area
    for (index, device) in devices.enumerated() {
      if rows < 4, index == area.rows - 1, index < devices.count - 1 {
        buffer.write(
          state.glyphs.truncate(
            "… \(devices.count - index) more: z zooms", to: rest.columns), column: rest.column,
          row: rest.row,
          style: state.theme[.textMuted], clip: rest)
        return
      }
      let (block, below) = rest.splitTop(rows < 4 ? 1 : rows)
      if rows < 4 {
        drawLine(device, into: &buffer, area: block)
      } else {
        drawBlock(device, into: &buffer, area: block)
      }
      rest = below
    }
  }

  private func drawLine(_ device: GPUDevice, into buffer: inout CellBuffer, area: Rect) {
    let figures =
      device.fault
      ?? "\(device.utilizationText) · \(device.memoryText) · \(Self.facts(of: device))"
    let text = [Self.silence(of: device), figures].compactMap(\.self).joined(separator: " · ")
    let role: ThemeRole =
      device.fault != nil ? .bad : device.stuck != nil ? .warning : .text
    buffer.write(
      state.glyphs.truncate("\(device.index) \(text)", to: area.columns), column: area.column,
      row: area.row, style: state.theme[role], clip: area)
  }

  private func drawBlock(_ device: GPUDevice, into buffer: inout CellBuffer, area: Rect) {
    let (title, rest) = area.splitTop(1)
    buffer.write(
      state.glyphs.truncate("\(device.index) \(device.name ?? "unnamed GPU")", to: title.columns),
      column: title.column, row: title.row, style: state.theme[.textStrong], clip: title)
    if let fault = device.fault {
      TextBlock(fault, role: .bad).draw(
        into: &buffer, area: rest, theme: state.theme, glyphs: state.glyphs)
      return
    }
    var below = gauge(
      "busy", device.utilizationPercent.map(Double.init), device.utilizationText, &buffer, rest)
    below = gauge("memory", device.memoryPercent, device.memoryText, &buffer, below)
    if let silence = Self.silence(of: device) {
      let lines = TextWrapping.lines(of: silence, columns: max(1, below.columns)).count
      let (block, rest) = below.splitTop(lines)
      TextBlock(silence, role: .warning).draw(
        into: &buffer, area: block, theme: state.theme, glyphs: state.glyphs)
      below = rest
    }
    let (facts, graph) = below.splitTop(1)
    buffer.write(
      state.glyphs.truncate(
        Self.facts(of: device), to: facts.columns),
      column: facts.column, row: facts.row, style: state.theme[.text], clip: facts)
    let history = drawOwners(of: device, into: &buffer, area: graph)
    drawHistory(of: device, into: &buffer, area: history)
  }

  /// That the figures are the last known ones, since a call has not come back.
  private static func silence(of device: GPUDevice) -> String? {
    device.stuck.map { "no answer for \(Int($0.seconds)) s: \($0.figure)" }
  }

  /// A figure's unit tells what it is; one that is not known needs its name.
  private static func facts(of device: GPUDevice) -> String {
    [
      device.temperatureCelsius == nil ? "temp n/a" : device.temperatureText,
      device.powerWatts == nil && device.powerLimitWatts == nil
        ? "power n/a" : device.powerText,
      device.smClockMegahertz == nil ? "clock n/a" : device.smClockText,
    ].joined(separator: " · ")
  }

  private func gauge(
    _ name: String, _ percent: Double?, _ text: String, _ buffer: inout CellBuffer, _ area: Rect
  ) -> Rect {
    let (line, rest) = area.splitTop(1)
    let (label, bar) = line.splitLeft(8)
    buffer.write(
      name, column: label.column, row: label.row, style: state.theme[.textMuted], clip: label)
    Gauge(value: percent, maximum: 100, text: text).draw(
      into: &buffer, area: bar, theme: state.theme, glyphs: state.glyphs)
    return rest
  }
}
