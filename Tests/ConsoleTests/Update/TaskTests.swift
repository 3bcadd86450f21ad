import SessionEngine
import TerminalCore
import Testing

@testable import Console

@Suite struct TaskTests {
  private func task(
    _ name: String, _ environments: [String], _ arguments: [WorkspaceTask.Argument] = []
  ) -> WorkspaceTask {
    WorkspaceTask(
      name: name, environments: environments, command: "python \(name).py", summary: nil,
      dependsOn: [], arguments: arguments)
  }

  private func harness() -> ConsoleHarness {
    var harness = ConsoleHarness()
    harness.open()
    harness.state.focus = .gpu
    harness.press("t")
    harness.take(
      .tasks(
        exercise: "exercise-2",
        [
          task("train", ["cpu", "gpu"]),
          task(
            "plot", ["cpu"],
            [
              .init(name: "file", defaultValue: nil, choices: nil),
              .init(name: "format", defaultValue: "svg", choices: ["png", "svg"]),
            ]),
        ]))
    return harness
  }

  private func started(_ effects: [ConsoleEffect]) -> (String, String, [String])? {
    for case .startTask(_, let environment, let name, let arguments, _) in effects {
      return (environment, name, arguments)
    }
    return nil
  }

  @Test func aTaskRunsInTheChosenEnvironment() throws {
    var harness = ConsoleHarness()
    harness.open()
    #expect(harness.press("1t") == [.readTasks(exercise: "exercise-2")])
    harness = self.harness()
    let (environment, name, arguments) = try #require(started(harness.press("<Enter>")))
    #expect((environment, name) == ("cpu", "train"))
    #expect(arguments.isEmpty)
    harness.take(.started(RunID(70)), .engine(.run(harness.run(70, .running(processID: 3)))))
    #expect(harness.state.runPanes[0].lane?.run == RunID(70))
    #expect(harness.state.focus == .firstRun)
  }

  @Test func onlyTheEnvironmentsTasksAreListed() {
    var harness = harness()
    #expect(harness.state.render().frame.text.contains("plot"))
    harness.press("e")
    #expect(!harness.state.render().frame.text.contains("plot"))
  }

  @Test func argumentsAreAskedFor() throws {
    var harness = harness()
    #expect(started(harness.press("<Down><Enter>")) == nil)
    #expect(started(harness.press("<Enter>")) == nil)
    #expect(harness.state.render().frame.text.contains("file must be given."))
    let (_, name, arguments) = try #require(
      started(harness.press("loss.csv<Down><Left><Enter>")))
    #expect(name == "plot")
    #expect(arguments == ["loss.csv", "png"])
  }
}
