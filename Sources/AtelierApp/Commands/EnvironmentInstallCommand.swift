import ArgumentParser
import Foundation
import SessionEngine

/// `atelier env install NAME`.
struct EnvironmentInstallCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "install",
    abstract: "Install an environment.",
    usage: "atelier env install <name> [--exercise <name>] [<options>]",
    discussion: "Every command is printed before it runs; progress goes to standard error.")

  @OptionGroup var shared: SharedOptions
  @OptionGroup var provider: ProviderOptions

  @Argument(help: "The environment's name, such as gpu.")
  var name: String

  @Option(
    help: ArgumentHelp(
      "The exercise it belongs to; by default the first that has it.", valueName: "name"))
  var exercise: String?

  func run() async throws {
    let environment = ProcessInfo.processInfo.environment
    let context = try AppContext(
      options: shared, provider: try provider.choice(environment: environment),
      environment: environment)
    let candidates = try context.exercises(named: exercise)
    guard let owner = candidates.first(where: { $0.environment(name) != nil }) else {
      throw context.unknownEnvironment(name, in: candidates)
    }
    try await HeadlessSession(context: context).install(name, of: owner)
  }
}
