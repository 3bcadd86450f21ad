import Testing
import WorkshopModel

@testable import SessionEngine

@Suite struct HintChoiceTests {
  private func texts(
    _ spelling: ManifestSpelling, met: Set<String> = [], times: Int = 5
  ) throws -> [String] {
    var shown: Set<Int> = []
    var texts: [String] = []
    for _ in 0..<times {
      let choice = HintChoice(
        exercise: try LoopFixture().exercise, spelling: spelling, shown: shown, met: met)
      guard let answer = choice.next else { continue }
      shown.insert(answer.position)
      texts.append(
        "\(answer.number)/\(answer.count)\(answer.isRepeated ? " again" : "") \(answer.text)")
    }
    return texts
  }

  @Test func theyRiseAndTheLastIsShownAgain() throws {
    #expect(
      try texts(.systemRequirements) == [
        "1/3 Tasks stand in a table of their own.", "2/3 Look for `system-requirements`.",
        "3/3 The page has an example.", "3/3 again The page has an example.",
        "3/3 again The page has an example.",
      ])
  }

  @Test func theInstalledPixiChoosesTheSpelling() throws {
    #expect(try texts(.platforms)[1] == "2/3 Look for `platforms`.")
  }

  @Test func whatHelpsWithAGoalThatIsMetIsPassedOver() throws {
    #expect(try texts(.platforms, met: ["has-a-task"]).first == "2/3 Look for `platforms`.")
    #expect(
      try texts(.platforms, met: ["has-a-task", "declares-cuda"], times: 2) == [
        "3/3 The page has an example.", "3/3 again The page has an example.",
      ])
  }
}
