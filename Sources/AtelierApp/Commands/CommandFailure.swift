import SessionEngine

/// Ends a subcommand with a message on standard error and an exit status.
struct CommandFailure: Error, Sendable {
  enum Status: Int32, Sendable {
    /// What was asked for did not go well.
    case notWell = 1
    /// What was asked for makes no sense.
    case usage = 2
  }

  let diagnosis: Diagnosis
  let status: Status

  init(_ diagnosis: Diagnosis, status: Status = .notWell) {
    self.diagnosis = diagnosis
    self.status = status
  }

  /// What, where and the remedy, the tool's own words last.
  var text: String {
    var lines = ["atelier: \(diagnosis.says)", "  \(diagnosis.remedy)"]
    if let details = diagnosis.details, !details.isEmpty {
      lines += details.split(separator: "\n", omittingEmptySubsequences: false).map { "  | \($0)" }
    }
    return lines.joined(separator: "\n")
  }
}
