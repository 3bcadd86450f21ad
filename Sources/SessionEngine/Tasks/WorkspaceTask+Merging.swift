import PixiWorkspace
import WorkshopModel

extension WorkspaceTask {
  /// One task for each name and definition, with all the environments that have it so, by name.
  static func tasks(ofPixi lists: [PixiEnvironmentTasks]) -> [WorkspaceTask] {
    merged(
      lists.flatMap { list in
        list.tasks.map { task in
          WorkspaceTask(
            name: task.name, environments: [list.environment], command: task.command,
            summary: task.summary, dependsOn: task.dependsOn,
            arguments: task.arguments.map {
              Argument(name: $0.name, defaultValue: $0.defaultValue, choices: $0.choices)
            })
        }
      })
  }

  /// The workloads of an exercise as tasks.
  static func tasks(ofWorkloads workloads: [Workload]) -> [WorkspaceTask] {
    merged(
      workloads.map { workload in
        WorkspaceTask(
          name: workload.task, environments: [workload.environment],
          command: (["python"] + workload.arguments).joined(separator: " "), summary: nil,
          dependsOn: [], arguments: [])
      })
  }

  private static func merged(_ tasks: [WorkspaceTask]) -> [WorkspaceTask] {
    var order: [WorkspaceTask] = []
    var environments: [WorkspaceTask: [String]] = [:]
    for task in tasks {
      let definition = task.with(environments: [])
      if environments[definition] == nil { order.append(definition) }
      environments[definition, default: []] += task.environments
    }
    return order.map { $0.with(environments: environments[$0] ?? []) }
      .sorted { ($0.name, $0.environments.first ?? "") < ($1.name, $1.environments.first ?? "") }
  }

  private func with(environments: [String]) -> WorkspaceTask {
    WorkspaceTask(
      name: name, environments: environments, command: command, summary: summary,
      dependsOn: dependsOn, arguments: arguments)
  }
}
