import SessionEngine
import Testing

@testable import AtelierApp

@Suite struct RunWishesTests {
  @Test(arguments: [
    ("90", 90), ("90s", 90), ("10m", 600), ("1.5m", 90), ("2h", 7200), ("0.5", 0.5),
  ])
  func readsTimes(text: String, seconds: Double) {
    #expect(DurationArgument(argument: text)?.seconds == seconds)
  }

  @Test(arguments: ["", "0", "-1", "10d", "m", "1e3", "ten"])
  func refusesOtherTimes(text: String) {
    #expect(DurationArgument(argument: text) == nil)
  }

  @Test func readsOptions() throws {
    let command = try RunCommand.parse([
      "exercise-3", "--timeout", "10m", "--var", "A=1", "--var", "B=x=y", "--var", "A=2",
      "--directory", "data", "--override-cuda", "12.4", "--repeat", "5", "--name", "quick",
      "--", "--epochs", "1",
    ])
    #expect(command.exercise == "exercise-3" && command.wishes.repeats == 5)
    #expect(command.wishes.name == "quick")
    #expect(
      command.wishes.options(arguments: command.arguments, currentFolder: "/home/a")
        == RunOptions(
          arguments: ["--epochs", "1"], variables: ["A": "2", "B": "x=y"],
          workingDirectory: "/home/a/data", timeoutSeconds: 600, overrideCUDA: "12.4"))
  }

  @Test func nothingAskedIsNothing() throws {
    let command = try RunCommand.parse(["exercise-3"])
    #expect(command.wishes.repeats == 1 && command.wishes.name == nil)
    #expect(
      command.wishes.options(arguments: command.arguments, currentFolder: "/") == RunOptions())
  }
}
