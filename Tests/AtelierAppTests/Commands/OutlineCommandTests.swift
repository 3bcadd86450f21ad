import AtelierApp
import Foundation
import Testing
import WorkshopModel

@Suite struct OutlineCommandTests {
  private let exercises = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Exercises").path(percentEncoded: false)

  private func output(_ arguments: [String]) throws -> String {
    let command = try OutlineCommand.parse(["--exercises", exercises] + arguments)
    let locator = ResourceLocator(executable: URL(filePath: "/nowhere/atelier"), environment: [:])
    return try command.output(now: DayTime(hour: 15, minute: 25), locator: locator)
  }

  @Test func printsTheAnnouncedTimes() throws {
    let text = try output([])
    #expect(text.contains("  15:00-15:20  conda-forge and CUDA (talk, 20 min)"))
    #expect(!text.contains(">  ") && !text.contains("\u{1B}"))
  }

  @Test func marksWhatRunsWhenAStartIsGiven() throws {
    #expect(try output(["--start", "13:30"]).contains("> 15:20-15:50  Exercises 2, 3"))
    #expect(try output(["--start", "now"]).contains("> 15:25-15:45  Reproducible workflows"))
  }

  @Test func printsJSONForScripts() throws {
    let data = Data(try output(["--json", "--start", "9:00"]).utf8)
    let object = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let segments = try #require(object["segments"] as? [[String: Any]])
    #expect(object["starts"] as? String == "09:00")
    #expect(segments.count == 13)
    #expect(segments.last?["end"] as? String == "13:00")
  }

  @Test(arguments: ["later", "24:00", ""]) func refusesAStartThatIsNoTime(_ start: String) {
    #expect(throws: (any Error).self) { try output(["--start", start]) }
  }
}
