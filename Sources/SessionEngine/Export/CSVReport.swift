/// Comma-separated values as RFC 4180 has them: a header line, CRLF at each line's end, a field
/// with a comma, a quote or a line break in quotes.
public enum CSVReport {
  /// Every point of every series, `run,series,step,epoch,seconds,value`; what is not known is
  /// empty. Numbers are written so that reading them gives the same number.
  public static func points(of runs: [ComparedRun]) -> String {
    var text = line(["run", "series", "step", "epoch", "seconds", "value"])
    for run in runs {
      for name in run.series.keys.sorted() {
        let start = "\(run.id.number),\(field(name)),"
        for point in run.series[name] ?? [] {
          let step = point.step.map(String.init) ?? ""
          let epoch = point.epoch.map(number) ?? ""
          let seconds = point.seconds >= 0 ? number(point.seconds) : ""
          text += "\(start)\(step),\(epoch),\(seconds),\(number(point.value))\r\n"
        }
      }
    }
    return text
  }

  /// One line for each figure of each side.
  public static func summary(of report: RunReport) -> String {
    var text = line([
      "exercise", "figure", "unit", "side", "environment", "provider", "runs", "median", "minimum",
      "maximum", "count", "ratio", "verdict",
    ])
    for comparison in report.sections.map(\.comparison) {
      for figure in comparison.figures {
        for (index, side) in comparison.sides.enumerated() {
          let spread = figure.values[index]
          text += line([
            comparison.exercise, figure.id, figure.unit, side.title, side.environment,
            side.provider, side.runs.map { String($0.number) }.joined(separator: " "),
            spread.map { number($0.median) } ?? "", spread.map { number($0.minimum) } ?? "",
            spread.map { number($0.maximum) } ?? "", spread.map { String($0.count) } ?? "0",
            figure.ratios[index].map(number) ?? "", comparison.words(for: figure.verdict),
          ])
        }
      }
    }
    return text
  }

  private static func line(_ fields: [String]) -> String {
    fields.map(field).joined(separator: ",") + "\r\n"
  }

  static func field(_ text: String) -> String {
    // Scalars and not characters: a line break after a carriage return is one character with it.
    let isPlain = text.unicodeScalars.allSatisfy { !",\"\r\n".unicodeScalars.contains($0) }
    return isPlain ? text : "\"" + text.replacing("\"", with: "\"\"") + "\""
  }

  /// Whole numbers without a fraction; never an exponent below 2^53.
  static func number(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 9_007_199_254_740_992
      ? String(Int64(value)) : "\(value)"
  }
}
