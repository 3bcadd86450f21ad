import Testing

@testable import SessionEngine

@Suite struct PathPatternTests {
  @Test(
    arguments: [
      ("metrics.csv", "metrics.csv", true), ("metrics.csv", "logs/metrics.csv", false),
      ("logs/**/metrics.csv", "logs/metrics.csv", true),
      ("logs/**/metrics.csv", "logs/a/b/metrics.csv", true),
      ("logs/*/metrics.csv", "logs/a/b/metrics.csv", false),
      ("**/events.out.tfevents.*", "runs/x/events.out.tfevents.1.host", true),
      ("run?/*.csv", "run1/a.csv", true), ("run?/*.csv", "run10/a.csv", false),
      ("a*b*c.csv", "aXbYbZc.csv", true), ("a*b*c.csv", "aXbY.csv", false),
    ])
  func matches(pattern: String, path: String, expected: Bool) {
    let names = path.split(separator: "/").map(String.init)
    #expect(PathPattern(pattern).matches(names) == expected)
    if expected {
      #expect(PathPattern(pattern).mayMatch(below: Array(names.dropLast())) || names.count == 1)
    }
  }

  @Test func goesIntoNoFolderThatCannotHold() {
    #expect(!PathPattern("logs/*/m.csv").mayMatch(below: ["data"]))
    #expect(!PathPattern("m.csv").mayMatch(below: ["logs"]))
  }
}
