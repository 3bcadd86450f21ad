import ArgumentParser

/// `atelier tasks`: the tasks of an exercise's workspace.
struct TasksCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tasks",
    abstract: "List the tasks of an exercise, or run one.",
    subcommands: [TasksListCommand.self, TasksRunCommand.self],
    defaultSubcommand: TasksListCommand.self)
}
