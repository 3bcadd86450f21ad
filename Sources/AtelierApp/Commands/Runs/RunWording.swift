import Foundation

/// How the subcommands about runs write times, figures and columns.
enum RunWording {
  /// Local time, such as `2026-03-04 16:02:09`.
  static func moment(_ date: Date) -> String {
    let parts = Calendar.current.dateComponents(
      [.year, .month, .day, .hour, .minute, .second], from: date)
    return String(
      format: "%04d-%02d-%02d %02d:%02d:%02d", parts.year ?? 0, parts.month ?? 0, parts.day ?? 0,
      parts.hour ?? 0, parts.minute ?? 0, parts.second ?? 0)
  }

  /// Such as `4.2 s`, `3 min 07 s` or `2 h 05 min`.
  static func duration(_ seconds: Double) -> String {
    guard seconds >= 59.95 else { return String(format: "%.1f s", seconds) }
    let whole = Int(seconds.rounded())
    if whole < 3600 { return String(format: "%d min %02d s", whole / 60, whole % 60) }
    return String(format: "%d h %02d min", whole / 3600, whole % 3600 / 60)
  }

  static func mebibytes(_ bytes: UInt64) -> String {
    String(format: "%.1f MiB", Double(bytes) / 1_048_576)
  }

  /// Four significant digits at least, and every digit of a whole number.
  static func figure(_ value: Double) -> String {
    if value == value.rounded(), value.magnitude < 1e15 { return String(format: "%.0f", value) }
    return value.magnitude >= 1000
      ? String(format: "%.1f", value) : String(format: "%.4g", value)
  }

  static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  /// Lines of cells that stand below one another, two spaces apart.
  /// - Parameter leading: The columns whose cells begin at the left; figures end at the right.
  static func columns(_ rows: [[String]], leading: Set<Int>) -> [String] {
    let widths = (rows.first ?? []).indices.map { column in
      rows.map { $0[column].count }.max() ?? 0
    }
    return rows.map { row in
      let cells = row.indices.map { column in
        let gap = String(repeating: " ", count: widths[column] - row[column].count)
        return leading.contains(column) ? row[column] + gap : gap + row[column]
      }
      let line = cells.joined(separator: "  ")
      return String(line.reversed().drop { $0 == " " }.reversed())
    }
  }
}
