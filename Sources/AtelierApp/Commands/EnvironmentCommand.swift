import ArgumentParser

/// `atelier env`: the workshop's environments.
struct EnvironmentCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "env",
    abstract: "List, install, look into or compare the workshop's environments.",
    subcommands: [
      EnvironmentListCommand.self, EnvironmentInstallCommand.self, EnvironmentShowCommand.self,
      EnvironmentDifferenceCommand.self,
    ])
}
