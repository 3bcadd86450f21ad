import ArgumentParser
import Foundation
import SessionEngine

/// `atelier run EXERCISE --env A --env B`.
struct RunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Run an exercise in one environment, or in several side by side.",
    usage: "atelier run <exercise> [--env <name> ...] [--json] [<options>] [-- <argument> ...]",
    discussion: """
      What is missing is installed first, one environment after another; then all runs start \
      together. Commands and progress go to standard error, every byte of output into a log. \
      What follows -- goes to the exercise's program, after its own arguments. \
      The exit status is 0 when every run's is, 1 otherwise, 2 for wrong usage.
      """)

  private struct Output: Encodable {
    let runs: [RunResult]
  }

  @OptionGroup var shared: SharedOptions
  @OptionGroup var provider: ProviderOptions
  @OptionGroup(title: "Run options") var wishes: RunWishes

  @Argument(help: "The exercise, such as exercise-3.")
  var exercise: String

  @Argument(
    parsing: .postTerminator,
    help: ArgumentHelp(
      "Arguments for the exercise's program, after its own.", valueName: "argument"))
  var arguments: [String] = []

  @Option(
    name: [.customLong("env"), .customShort("e")],
    help: ArgumentHelp(
      "An environment to run in; repeat it to run side by side. By default the exercise's first "
        + "two.", valueName: "name"))
  var environments: [String] = []

  @Flag(help: "Print JSON.")
  var json = false

  func run() async throws {
    let context = try AppContext(shared, provider)
    guard let declared = try context.exercises(named: exercise).first else { return }
    for name in environments where declared.environment(name) == nil {
      throw context.unknownEnvironment(name, in: [declared])
    }
    let names =
      environments.isEmpty
      ? Array(declared.workloads.prefix(2).map(\.environment)) : environments
    let folder = FileManager.default.currentDirectoryPath
    let results = try await HeadlessSession(context: context).run(
      declared, in: names, repeats: wishes.repeats, name: wishes.name,
      options: wishes.options(arguments: arguments, currentFolder: folder))
    print(
      json
        ? try JSONText.encode(Output(runs: results))
        : results.map(\.text).joined(separator: "\n"))
    if !results.allSatisfy(\.isWell) { throw ExitCode(CommandFailure.Status.notWell.rawValue) }
  }
}
