import ArgumentParser
import Foundation
import SessionEngine

/// `atelier env install NAME`, or all that the day needs.
struct EnvironmentInstallCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "install",
    abstract: "Install an environment, or all of them in the order of the outline.",
    usage: """
      atelier env install <name> [--exercise <name>] [<options>]
      atelier env install --all [--dry-run] [<options>]
      """,
    discussion: "Every command is printed before it runs; progress goes to standard error.")

  @OptionGroup var shared: SharedOptions
  @OptionGroup var provider: ProviderOptions

  @Argument(help: "The environment's name, such as gpu.")
  var name: String?

  @Option(
    help: ArgumentHelp(
      "The exercise it belongs to; by default the first that has it.", valueName: "name"))
  var exercise: String?

  @Flag(help: "Install every environment that is missing, as the outline comes to them.")
  var all = false

  @Flag(name: .customLong("dry-run"), help: "With --all: only say what would be installed.")
  var isDryRun = false

  func validate() throws {
    if all == (name != nil) {
      throw ValidationError("Name an environment, or give --all.")
    }
    if isDryRun, !all { throw ValidationError("--dry-run goes with --all.") }
  }

  func run() async throws {
    let context = try AppContext(shared, provider)
    let candidates = try context.exercises(named: exercise)
    guard let name else {
      let installer = HeadlessPrefetch(context: context, exercises: candidates)
      let isWell = isDryRun ? try await installer.tell() : try await installer.installAll()
      if !isWell { throw ExitCode(CommandFailure.Status.notWell.rawValue) }
      return
    }
    guard let owner = candidates.first(where: { $0.environment(name) != nil }) else {
      throw context.unknownEnvironment(name, in: candidates)
    }
    try await HeadlessSession(context: context).install(name, of: owner)
  }
}
