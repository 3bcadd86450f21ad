import GPUMetrics
import TerminalCore

/// The full screen of one GPU: what is to be known, gauges, the graph of a figure over the session,
/// its processes, and every figure there is.
struct GPUScreenView {
  /// From so many columns on both lists stand beside each other.
  static let wideColumns = 130
  /// Below so many rows there is no room for gauges and a graph.
  private static let lowRows = 12

  let state: ConsoleState
  let screen: GPUScreenState
  let picture: GPUPicture
  /// Nil when the driver lists it no longer.
  let device: GPUDevice?

  init(state: ConsoleState, screen: GPUScreenState) {
    self.state = state
    self.screen = screen
    picture = state.gpuPicture
    device = state.gpuDevice
  }

  /// Where the parts stand.
  struct Parts {
    var notices: Rect
    var gauges: Rect
    var graph: Rect
    /// Empty where the figures alone are shown.
    var processes: Rect
    var figures: Rect
  }

  func draw(into buffer: inout CellBuffer, area: Rect) {
    Frame(title: title, badge: badge, isFocused: true).draw(
      into: &buffer, area: area, theme: state.theme, glyphs: state.glyphs)
    let parts = parts(of: area)
    StyledLines(
      StyledLine.fitting(
        notices(columns: parts.notices.columns), rows: parts.notices.rows,
        columns: parts.notices.columns, glyphs: state.glyphs)
    ).draw(into: &buffer, area: parts.notices, theme: state.theme, glyphs: state.glyphs)
    guard let device else { return }
    drawGauges(of: device, into: &buffer, area: parts.gauges)
    drawGraph(of: device, into: &buffer, area: parts.graph)
    drawProcesses(of: device, into: &buffer, area: parts.processes)
    drawFigures(of: device, into: &buffer, area: parts.figures)
  }

  func parts(of area: Rect) -> Parts {
    let inside = Frame.interior(of: area).inset(columns: 1)
    let none = inside.splitBottom(0).bottom
    let isLow = inside.rows < Self.lowRows
    let said = notices(columns: inside.columns).count
    let most = device == nil ? inside.rows : max(isLow ? 1 : 2, inside.rows / 4)
    let (notices, below) = inside.splitTop(min(said, most))
    var parts = Parts(
      notices: notices, gauges: none, graph: none, processes: none, figures: none)
    guard device != nil else { return parts }
    if screen.isGraphOnly {
      parts.graph = below
      return parts
    }
    let gaugeRows = isLow ? 1 : inside.columns >= GPUScreenView.pairColumns ? 2 : 4
    let (gauges, rest) = below.splitTop(gaugeRows)
    let (graph, lists) = rest.splitTop(isLow ? 0 : max(5, rest.rows * 2 / 5))
    (parts.gauges, parts.graph) = (gauges, graph)
    guard inside.columns >= Self.wideColumns else {
      if screen.list == .processes { parts.processes = lists } else { parts.figures = lists }
      return parts
    }
    let (left, right) = lists.splitLeft(inside.columns * 11 / 20)
    (parts.processes, parts.figures) = (left, right.splitLeft(2).rest)
    return parts
  }

  private var title: String {
    guard let device else {
      return state.gpuView.device.map { "GPU \($0)" } ?? "GPU"
    }
    return "GPU \(device.index) · \(device.name ?? "unnamed GPU")"
  }

  private var badge: String {
    let report = picture.report
    let count = report.devices.count
    let place = state.gpuIndex.map { "\($0 + 1) of \(count)" }
    let parts = [
      count > 1 ? place : nil, report.origin == .live ? report.source.rawValue : nil,
      report.driver.map { "driver \($0)" }, report.cuda.map { "CUDA \($0)" },
    ]
    return parts.compactMap(\.self).joined(separator: Frame.badgeSeparator)
  }

  /// What is to be known beside the figures, the most urgent first; each wrapped.
  private func notices(columns: Int) -> [StyledLine] {
    said.flatMap { text, role in
      TextWrapping.lines(of: text, columns: max(1, columns)).map { StyledLine($0, role) }
    }
  }

  private var said: [(String, ThemeRole)] {
    let report = picture.report
    var said: [(String, ThemeRole)] = []
    if let label = report.origin.label { said.append(("Not live: \(label)", .warning)) }
    if let words = state.gpuTimeNotice { said.append((words, .warning)) }
    guard let device else {
      let gone =
        report.devices.isEmpty
        ? "There is no GPU. \(report.reason ?? "")"
        : "The driver does not list this GPU any more: [ and ] go to another."
      return said + [(gone, .bad)]
    }
    if let fault = device.fault { said.append((fault, .bad)) }
    if let stuck = device.stuck {
      said.append(
        (
          "No answer for \(Int(stuck.seconds)) s: \(stuck.figure). The figures are the last known.",
          .warning
        ))
    }
    if let reason = report.reason { said.append((reason, .warning)) }
    let warnings = GPUWarning.all(of: device)
    said += warnings.map { ("\($0.mark) \($0.words)", $0.role) }
    said += device.events.suffix(2).map {
      ("! \(GPUTimeWords.moment($0.time, state.timeZone)) \($0.words)", .warning)
    }
    // What is said of the time has this line, so that nothing moves when it comes and goes.
    guard device.fault == nil, device.stuck == nil, state.gpuTimeNotice == nil,
      !warnings.contains(where: { $0.metric == .smClock })
    else { return said }
    return said + [("Clocks: \(clockWords(of: device))", .textMuted)]
  }

  private func clockWords(of device: GPUDevice) -> String {
    guard let reasons = device.clockReasons else {
      return "what holds them down is n/a (\(device.clockReasonsState.words))."
    }
    let words = reasons.map(\.words).sorted().joined(separator: ", ")
    return (words.isEmpty ? "nothing holds them down" : words) + "."
  }
}
