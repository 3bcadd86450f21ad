import GPUMetrics
import TerminalCore

/// What a figure is, how it is now, and what it does and does not mean.
struct GPUExplanation {
  let state: ConsoleState
  let device: GPUDevice
  let picture: GPUPicture

  init?(state: ConsoleState) {
    guard let device = state.gpuDevice else { return nil }
    self.state = state
    self.device = device
    picture = state.gpuPicture
  }

  func dialog(of metric: GPUMetric, scroll: Int) -> Dialog {
    dialog("\(metric.name) of GPU \(device.index)", text(of: metric), scroll)
  }

  func dialog(of fact: String, scroll: Int) -> Dialog {
    let found = GPUFigureRow.facts(of: device, in: picture.report).first { $0.name == fact }
    let value = found?.value ?? "n/a: \(found?.reason ?? "not told any more")"
    return dialog(
      "\(fact) of GPU \(device.index)", "\(value)\n\n\(found?.explanation ?? "")", scroll)
  }

  private func dialog(_ title: String, _ text: String, _ scroll: Int) -> Dialog {
    var dialog = Dialog(
      title: title, text: text, choices: [KeyHint("Esc", "close")], offset: scroll)
    if dialog.mostOffset(in: Rect(size: state.size)) > 0 {
      dialog.choices.append(KeyHint(state.glyphs.keyName("↑↓"), "scroll"))
    }
    return dialog
  }

  private func text(of metric: GPUMetric) -> String {
    let figure = GPUFigure(metric, of: device, now: picture.time)
    var lines = ["Now: \(figure.text)", "State: \(stateWords(of: metric, figure))"]
    if let stuck = device.stuck, figure.isOld || stuck.figure == metric.name {
      lines.append("Stuck: \(stuck.figure) has not been answered for \(Int(stuck.seconds)) s.")
    }
    if let span = seenWords(of: metric) { lines.append(span) }
    let unit = metric.unit == .number ? "none: a number" : metric.unit.rawValue
    lines.append("Unit: \(unit)")
    lines.append("Range: \(rangeWords(of: metric))")
    let nature =
      metric.isConstant
      ? "A property of the device: it does not change."
      : metric.isCounter ? "A counter: it grows from the driver's start on." : nil
    if let nature { lines.append(nature) }
    return (lines + ["", metric.explanation]).joined(separator: "\n")
  }

  private func stateWords(of metric: GPUMetric, _ figure: GPUFigure) -> String {
    let reading = device[metric]
    guard let note = figure.note else {
      guard reading.time > 0, !metric.isConstant else { return "known" }
      return "known, read at \(GPUTimeWords.moment(reading.time, state.timeZone))"
    }
    guard reading.state == .stale else { return "n/a, \(note)" }
    return "old: read \(GPUTimeWords.duration(picture.time - reading.time)) ago, and not since"
  }

  /// What it was within the time that the graph shows.
  private func seenWords(of metric: GPUMetric) -> String? {
    let columns = state.gpuScreen.map {
      GPUScreenView(state: state, screen: $0).graphColumns(in: state.screenBody)
    }
    let timeline = state.gpuTimeline(columns: columns ?? 60)
    let graph = GPUGraph(picture, of: device, metric, timeline, glyphs: state.glyphs)
    guard !metric.isConstant, let total = graph.total else { return nil }
    let ends = [total.minimum, total.maximum].map { GPUFigure.text(of: $0, metric) }
    let mean = GPUFigure.text(of: total.mean, metric)
    return "Seen (\(state.gpuSpanWords(timeline))): \(ends[0]) to \(ends[1]), mean \(mean)"
  }

  private func rangeWords(of metric: GPUMetric) -> String {
    let range = metric.range
    let isOpen = range.upperBound >= 1e9
    let least = GPUFigure.text(of: range.lowerBound, metric)
    return isOpen
      ? "from \(least) on" : "\(least) to \(GPUFigure.text(of: range.upperBound, metric))"
  }
}
