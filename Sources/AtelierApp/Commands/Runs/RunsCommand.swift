import ArgumentParser

/// `atelier runs`: what the workshop has run.
struct RunsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "runs",
    abstract: "List the runs of the workshop, show one, name or pin it.",
    discussion: """
      Without a subcommand the runs are listed, with the options that `atelier help runs list` \
      lists, as in `atelier runs --exercise exercise-3`. RUN is a number, as in 12 or #12, or a \
      name that was given to it.
      """,
    subcommands: [
      RunsListCommand.self, RunsShowCommand.self, RunsRenameCommand.self, RunsPinCommand.self,
    ],
    defaultSubcommand: RunsListCommand.self)
}
