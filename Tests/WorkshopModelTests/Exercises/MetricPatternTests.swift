import Testing
import WorkshopModel

@Suite struct MetricPatternTests {
  @Test func namesItsGroups() throws {
    let pattern = try MetricPattern(
      #"Train Epoch: (?<epoch>\d+) \[(?<step>\d+)/.*Loss: (?<loss>[0-9.]+)"#)
    #expect(pattern.groups.map(\.name) == ["epoch", "step", "loss"])
    #expect(pattern.groups.map(\.group) == [.epoch, .step, .series])
    #expect(pattern.opening == "Train Epoch: ")
  }

  @Test(
    arguments: [
      (#"(?<loss>\d+)"#, ""), (#"loss= *(?<loss>\d+)"#, "loss="), (#"a+b(?<x>.)"#, "a"),
      (#"loss|(?<x>\d+)"#, ""), (#"(?i)loss (?<x>\d+)"#, ""), (#"lo?ss (?<x>\d+)"#, "l"),
    ])
  func promisesOnlyWhatEveryMatchBeginsWith(text: String, opening: String) throws {
    #expect(try MetricPattern(text).opening == opening)
  }

  @Test(arguments: ["(?<x>(a+)+)", "(?:a|b)*(?<x>c)", "(?<x>([0-9]+,)*)", "((?<x>a?){2,})"])
  func refusesWhatCouldTakeForEver(text: String) {
    #expect(throws: MetricPatternFault.takesForEver) { try MetricPattern(text) }
  }

  @Test(
    arguments: [
      #"(?<x>[0-9.]+)(?:e(?<y>-?\d+))?"#, #"(?<x>a+?)b++"#, #"(?<x>[(+*]+)\(+"#,
    ])
  func acceptsWhatCannot(text: String) throws {
    #expect(try !MetricPattern(text).groups.isEmpty)
  }
}
