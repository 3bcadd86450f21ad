import Foundation

/// Moments as a report writes them: alike on every machine, so in UTC.
enum ReportDate {
  /// Such as `2025-07-07 13:50:12 UTC`.
  static func words(_ date: Date) -> String {
    let text = iso(date)
    return text.replacing("T", with: " ").replacing("Z", with: " UTC")
  }

  /// ISO 8601 with whole seconds, such as `2025-07-07T13:50:12Z`.
  static func iso(_ date: Date) -> String { date.formatted(.iso8601) }
}
