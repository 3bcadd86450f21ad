import ArgumentParser

/// `atelier tasks`: the tasks of an exercise's workspace.
struct TasksCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tasks",
    abstract: "List the tasks of an exercise, or run one.",
    discussion: """
      Without a subcommand the tasks are listed, with the options that `atelier help tasks list` \
      lists, as in `atelier tasks exercise-3`.
      """,
    subcommands: [TasksListCommand.self, TasksRunCommand.self],
    defaultSubcommand: TasksListCommand.self)
}
