import ArgumentParser
import Foundation
import SessionEngine

/// `atelier tasks run EXERCISE TASK`.
struct TasksRunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Run a task of an exercise.",
    usage: "atelier tasks run <exercise> <task> [--env <name>] [<options>] [-- <argument> ...]",
    discussion: """
      What is missing is installed first. Commands and progress go to standard error, the task's \
      lines to standard output, every byte into a log. The exit status is \
      0 when the task's is, 1 otherwise, 2 for wrong usage.
      """)

  @OptionGroup var shared: SharedOptions
  @OptionGroup var provider: ProviderOptions

  @Argument(help: "The exercise, such as exercise-3.")
  var exercise: String

  @Argument(help: "The task, such as train.")
  var task: String

  @Argument(
    help: ArgumentHelp(
      "What the task is given, by its places, behind `--`.", valueName: "argument"))
  var arguments: [String] = []

  @Option(
    name: [.customLong("env"), .customShort("e")],
    help: ArgumentHelp(
      "The environment to run in; needed only where several have the task.", valueName: "name"))
  var environment: String?

  @Flag(help: "Print the result as JSON, and the task's lines on standard error.")
  var json = false

  func run() async throws {
    let context = try AppContext(shared, provider)
    guard let declared = try context.exercises(named: exercise).first else { return }
    let result = try await HeadlessTask(context: context).run(
      task, arguments: arguments, environment: environment, of: declared,
      tellsLinesAsOutput: !json)
    if json { print(try JSONText.encode(result)) } else { StandardError.write(result.text) }
    if !result.isWell { throw ExitCode(CommandFailure.Status.notWell.rawValue) }
  }
}
