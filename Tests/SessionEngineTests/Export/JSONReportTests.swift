import Foundation
import SessionEngine
import Testing

@Suite struct JSONReportTests {
  private func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test func aComparisonHasEveryPartAndNullForWhatIsNotKnown() throws {
    let section = try ExportFixture.duel().sections[0]
    let json = try object(try JSONReport.comparison(section))
    #expect(
      Set(json.keys) == [
        "exercise", "sides", "figures", "differences", "shared_packages", "sentences", "runs",
        "curves",
      ])
    let figures = try #require(json["figures"] as? [[String: Any]])
    let speed = try #require(figures.first { $0["id"] as? String == "images_per_second" })
    #expect(speed["verdict"] as? String == "better")
    #expect(speed["better_side"] as? Int == 0)
    #expect(speed["note"] is NSNull)
    let memory = try #require(figures.first { $0["id"] as? String == "gpu_peak_memory_bytes" })
    #expect((memory["values"] as? [Any])?.last is NSNull)
    let runs = try #require(json["runs"] as? [[String: Any]])
    #expect(runs.count == 11)
    #expect(runs[5]["standing"] as? String == "failed")
    #expect(runs[5]["seconds"] is NSNull)
    #expect(runs[0]["started_at"] as? String == "2025-07-07T13:51:00Z")
  }

  @Test func theSameRunsGiveTheSameText() throws {
    #expect(
      try JSONReport.text(of: try ExportFixture.duel())
        == JSONReport.text(of: try ExportFixture.duel()))
  }
}
