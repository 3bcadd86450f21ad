import SessionEngine

/// Reports in the formats that the command line offers.
enum ReportText {
  /// - Parameter summary: Of CSV, the figures of each side in place of every point.
  static func text(
    of runs: [ComparedRun], as format: ReportFormat, summary: Bool
  ) throws -> String {
    let report = RunReport.account(of: runs)
    return switch format {
    case .markdown: MarkdownReport(report).text
    case .csv: summary ? CSVReport.summary(of: report) : CSVReport.points(of: runs)
    case .json: try JSONReport.text(of: report) + "\n"
    case .html: HTMLReport(report).page
    }
  }

  /// The sides of one comparison, from runs in the order they were named.
  static func comparison(_ runs: [ComparedRun], as format: CompareFormat) throws -> String {
    let report = try RunReport.comparison(SideGrouping.sides(of: runs))
    return switch format {
    case .text: ComparisonText(report.sections[0]).text + "\n"
    case .json: try JSONReport.comparison(report.sections[0]) + "\n"
    case .markdown: MarkdownReport(report).text
    case .csv: CSVReport.summary(of: report)
    }
  }
}
