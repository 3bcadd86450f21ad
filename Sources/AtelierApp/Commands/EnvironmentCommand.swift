import ArgumentParser

/// `atelier env`: the workshop's environments.
struct EnvironmentCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "env",
    abstract: "List or install the workshop's environments.",
    subcommands: [EnvironmentListCommand.self, EnvironmentInstallCommand.self])
}
