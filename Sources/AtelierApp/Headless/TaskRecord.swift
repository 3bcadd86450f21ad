import SessionEngine

/// One task as `atelier tasks --json` prints it; what is not known is null.
struct TaskRecord: Encodable {
  struct Argument: Encodable {
    let argument: WorkspaceTask.Argument

    private enum CodingKeys: String, CodingKey {
      case name, choices
      case defaultValue = "default"
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(argument.name, forKey: .name)
      try container.encode(argument.defaultValue, forKey: .defaultValue)
      try container.encode(argument.choices, forKey: .choices)
    }
  }

  let exercise: String
  let task: WorkspaceTask

  private enum CodingKeys: String, CodingKey {
    case exercise, name, environments, command, summary, arguments
    case dependsOn = "depends_on"
  }

  init(_ task: WorkspaceTask, exercise: String) {
    self.task = task
    self.exercise = exercise
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(exercise, forKey: .exercise)
    try container.encode(task.name, forKey: .name)
    try container.encode(task.environments, forKey: .environments)
    try container.encode(task.command, forKey: .command)
    try container.encode(task.summary, forKey: .summary)
    try container.encode(task.dependsOn, forKey: .dependsOn)
    try container.encode(task.arguments.map(Argument.init), forKey: .arguments)
  }
}
