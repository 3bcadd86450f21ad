extension HTMLSection {
  /// Two plots for every series: over the training, and over time.
  var curves: String {
    let plots = comparison.seriesNames.flatMap(plots)
    guard !plots.isEmpty else { return "" }
    let repeats = comparison.sides.contains { $0.runs.count > 1 }
    let words =
      repeats
      ? "<p class=\"note\">Thin lines are single runs, thick ones the median of a side's "
        + "repeats that ended well.</p>\n" : ""
    return "\(heading(2, "Curves"))\n\(words)<div class=\"plots\">\n"
      + plots.joined(separator: "\n") + "\n</div>"
  }

  private func plots(of series: String) -> [String] {
    let curves = comparison.curves.filter { $0.series == series }
    let counted = countedRuns
    func lines(over axis: CurveAxis) -> [SVGPlot.Line] {
      curves.map { curve in
        SVGPlot.Line(
          side: curve.side, counts: counted.contains(curve.run),
          points: MedianCurve.line(curve.points, over: axis))
      }.filter { $0.points.count > 1 || curves.count > 1 && !$0.points.isEmpty }
    }
    let training: CurveAxis = lines(over: .epoch).isEmpty ? .step : .epoch
    return [training, .seconds].compactMap { axis in
      plot(series, lines(over: axis), over: axis)
    }
  }

  /// The runs a side's figures are of: those that ended well, or all where none did.
  private var countedRuns: Set<RunID> {
    Set(
      section.runs.filter { run in
        run.standing == .succeeded || comparison.sides[run.side].succeeded == 0
      }.map(\.id))
  }

  private func plot(_ series: String, _ lines: [SVGPlot.Line], over axis: CurveAxis) -> String? {
    guard lines.contains(where: { $0.points.count > 1 }) else { return nil }
    let name =
      "plot-\(number)-\(axis.rawValue)-\(comparison.seriesNames.firstIndex(of: series) ?? 0)"
    let plot = SVGPlot(
      id: name, title: "\(series) over \(axis.words)",
      description: description(series, lines, over: axis), xName: axis.words,
      isTime: axis == .seconds, mayBeLogarithmic: series.contains("loss"), lines: lines)
    let legend = Set(lines.map(\.side)).sorted().map { side in
      "<li>\(SVGPlot.sample(side: side))\(HTMLText.escaped(comparison.sides[side].title))</li>"
    }
    return """
      <figure class="plot"><figcaption><b>\(HTMLText.escaped(series))</b> \
      <span>over \(axis.words)</span><ul class="legend">\(legend.joined())</ul></figcaption>
      \(plot.svg)</figure>
      """
  }

  /// What someone who does not see the plot must know: where each side begins and ends.
  private func description(
    _ series: String, _ lines: [SVGPlot.Line], over axis: CurveAxis
  ) -> String {
    Set(lines.map(\.side)).sorted().compactMap { side in
      let median = MedianCurve.median(
        of: lines.filter { $0.side == side && $0.counts }.map(\.points))
      guard let first = median.first, let last = median.last else { return nil }
      return "\(comparison.sides[side].title): \(FigureWords.number(first.y)) at "
        + "\(FigureWords.number(first.x)), \(FigureWords.number(last.y)) at "
        + "\(FigureWords.number(last.x))."
    }.joined(separator: " ")
  }
}
