/// How a report is written.
public enum ReportFormat: String, Sendable, Hashable, CaseIterable {
  case markdown
  /// Every point of every series; see `CSVReport`.
  case csv
  case json
  /// One page with its plots and nothing from elsewhere.
  case html
}
