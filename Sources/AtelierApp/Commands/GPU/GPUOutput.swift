import ArgumentParser
import Foundation
import GPUMetrics
import Glibc
import SessionEngine
import Synchronization

/// Writes rounds to standard output in one of the formats, each at once and whole.
final class GPUOutput: Sendable {
  enum Format: Sendable {
    case table
    case json
    case csv
    case prometheus
  }

  private struct State {
    var hasBegun = false
    var lastReason: String?
    var picture = RedrawnTable()
  }

  private let format: Format
  private let isRepeated: Bool
  /// The table stands still on a terminal, and its figures change.
  private let isRedrawn: Bool
  private let state = Mutex(State())

  init(_ format: Format, isRepeated: Bool, _ environment: [String: String]) {
    self.format = format
    self.isRepeated = isRepeated
    isRedrawn =
      isRepeated && isatty(STDOUT_FILENO) == 1
      && !["", "dumb"].contains(environment["TERM"] ?? "")
  }

  /// - Throws: `ExitCode` of SIGPIPE when nobody reads any more, else `CommandFailure`.
  func write(_ report: GPUReport) throws {
    switch format {
    case .json: try put((isRepeated ? try report.jsonLine() : try report.json()) + "\n")
    case .csv: try put(rows(of: report))
    case .prometheus: try put(report.prometheus() + "\n")
    case .table:
      let table = isRepeated ? "\(Self.words(for: report.time))\n\(report.table())" : report.table()
      try put(
        isRedrawn
          ? state.withLock { $0.picture.drawing(table, rows: TerminalProbe.outputRows) }
          : separated(table) + "\n")
    }
  }

  /// CSV has no place for why there are no rows: that goes to standard error, once.
  private func rows(of report: GPUReport) -> String {
    let (isFirst, isNews) = state.withLock { state in
      let isNews = report.devices.isEmpty && report.reason != state.lastReason
      defer {
        state.hasBegun = true
        state.lastReason = report.reason
      }
      return (!state.hasBegun, isNews)
    }
    if isNews, let reason = report.reason { StandardError.write("atelier: \(reason)") }
    return ((isFirst ? [GPUReport.csvHeader] : []) + report.csvRows).map { $0 + "\n" }.joined()
  }

  private func separated(_ table: String) -> String {
    state.withLock { state in
      defer { state.hasBegun = true }
      return state.hasBegun ? "\n\(table)" : table
    }
  }

  /// Local time, such as `2026-07-03 22:10:46`.
  private static func words(for time: Double) -> String {
    guard time > 0 else { return "no round yet" }
    var seconds = time_t(time)
    var parts = tm()
    localtime_r(&seconds, &parts)
    return withUnsafeTemporaryAllocation(of: CChar.self, capacity: 64) { text in
      guard let start = text.baseAddress,
        strftime(start, text.count, "%Y-%m-%d %H:%M:%S", &parts) > 0
      else { return "" }
      return String(cString: start)
    }
  }

  private func put(_ text: String) throws {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if errno == EPIPE {
        throw ExitCode(128 + SIGPIPE)
      } else if errno != EINTR {
        throw CommandFailure(
          .init(
            says: "Standard output takes no more: \(SystemError.words(errno)).",
            remedy: "Free some space where it goes."))
      }
    }
  }
}
