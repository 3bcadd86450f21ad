import Foundation

/// A report as JSON. `comparison` is the shape of one section:
///
///     {
///       "exercise": "exercise-3",
///       "sides": [{"title", "environment", "provider", "runs": [3, 4], "succeeded", "about"}],
///       "figures": [{"id", "title", "unit", "direction": "higher|lower|neither",
///         "values": [{"median", "minimum", "maximum", "count"} or null], "ratios": [1, 2.5],
///         "verdict": "better|within_the_noise|not_repeated|repeats_alike|none",
///         "better_side": 0 or null, "note"}],
///       "differences": [{"subject", "values": ["12.9", null]}],
///       "shared_packages": 41, "sentences": ["…"],
///       "runs": [{"id", "side", "title", "name", "environment", "provider", "started_at",
///         "standing": "succeeded|alive|stopped|failed", "ended", "seconds", "cpu_seconds",
///         "peak_memory_bytes", "command", "working_directory", "variables", "override_cuda",
///         "log", "batch", "repetition"}],
///       "curves": [{"side", "run", "series", "points": [{"step", "epoch", "seconds", "value"}]}]
///     }
///
/// Lists over sides have one element for each side in their order; `better_side` counts from 0.
/// What is not known is null. Curves are thinned with their spikes kept; the CSV has every point.
public enum JSONReport {
  /// One comparison as it stands, without anything around it.
  public static func comparison(_ section: ReportSection) throws -> String {
    try encode(SectionRecord(section: section))
  }

  /// `{"sections": […]}`, each as `comparison` gives it.
  public static func text(of report: RunReport) throws -> String {
    try encode(["sections": report.sections.map(SectionRecord.init)])
  }

  private static func encode(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }
}
