import Foundation
import Testing

/// A screen's picture kept as a file; `ATELIER_RECORD_SCREENS=1` writes it anew, but not in CI.
enum ScreenPicture {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Fixtures/screens")

  static func expect(
    _ screen: String, toEqual name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let file = folder.appending(path: "\(name).txt")
    // Spaces at the ends of lines are not kept: editors and git take them away.
    let drawn = screen.split(separator: "\n", omittingEmptySubsequences: false)
      .map { String($0.reversed().drop { $0 == " " }.reversed()) }
    let environment = ProcessInfo.processInfo.environment
    if environment["ATELIER_RECORD_SCREENS"] == "1", environment["CI"] == nil {
      try (drawn.joined(separator: "\n") + "\n").write(to: file, atomically: true, encoding: .utf8)
    }
    let kept = try String(contentsOf: file, encoding: .utf8).dropLast()
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard drawn != kept else { return }
    let lines = (0..<max(drawn.count, kept.count)).compactMap { row -> String? in
      let before = row < kept.count ? kept[row] : nil
      let now = row < drawn.count ? drawn[row] : nil
      guard before != now else { return nil }
      return "\(row + 1)\n  - \(before ?? "(no such row)")\n  + \(now ?? "(no such row)")"
    }
    Issue.record(
      "\(name) is drawn otherwise (- kept, + now):\n\(lines.joined(separator: "\n"))",
      sourceLocation: sourceLocation)
  }
}
