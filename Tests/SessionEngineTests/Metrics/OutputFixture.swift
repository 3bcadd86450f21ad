import Foundation
import Synchronization
import WorkshopModel

@testable import SessionEngine

/// A collector that was fed a program's output.
struct OutputFixture {
  let collector: MetricsCollector

  /// - Parameter pieces: How many bytes arrive at once; nil for all of them.
  init(
    _ bytes: [UInt8], pieces: Int? = nil, patterns: [String] = [], isFinished: Bool = true
  ) throws {
    let patterns = try patterns.map { try MetricPattern($0) }
    collector = MetricsCollector(patterns: patterns, clock: { 1.5 }, changed: {})
    var place = 0
    while place < bytes.count {
      let end = min(bytes.count, place + (pieces ?? bytes.count))
      Array(bytes[place..<end]).withUnsafeBytes { collector.received($0) }
      place = end
    }
    if isFinished { collector.finished() }
  }

  init(_ text: String, patterns: [String] = [], isFinished: Bool = true) throws {
    try self.init(Array(text.utf8), patterns: patterns, isFinished: isFinished)
  }

  var metrics: RunMetrics { collector.metrics }

  static func file(_ name: String) throws -> [UInt8] {
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return Array(try Data(contentsOf: tests.appending(path: "Fixtures/metrics/\(name)")))
  }
}
