import SessionEngine
import TerminalCore

extension ConsoleState {
  mutating func showTasks() -> [ConsoleEffect] {
    guard let open = openExercise, let name = currentEnvironment else { return [] }
    dialog = .tasks(selected: 0, environment: name)
    return [.readTasks(exercise: open.id)]
  }

  /// The tasks of the open exercise that an environment has.
  func tasks(in environment: String) -> [WorkspaceTask] {
    (exercise.flatMap { tasks[$0] } ?? []).filter { $0.environments.contains(environment) }
  }

  mutating func handleInTasks(
    _ press: KeyPress, _ selected: Int, _ environment: String
  ) -> [ConsoleEffect] {
    let shown = tasks(in: environment)
    switch press.key {
    case .up, .character("k"):
      dialog = .tasks(selected: max(0, selected - 1), environment: environment)
    case .down, .character("j"):
      dialog = .tasks(
        selected: max(0, min(shown.count - 1, selected + 1)), environment: environment)
    case .character("e"):
      let names = openExercise?.environments.map(\.name) ?? []
      guard let index = names.firstIndex(of: environment) else { return [] }
      dialog = .tasks(selected: 0, environment: names[(index + 1) % names.count])
    case .enter:
      guard let exercise, shown.indices.contains(selected) else { return [] }
      return choose(shown[selected], in: environment, of: exercise)
    case .character("q"): dialog = nil
    default: break
    }
    return []
  }

  private mutating func choose(
    _ task: WorkspaceTask, in environment: String, of exercise: String
  ) -> [ConsoleEffect] {
    if let readOnlyReason {
      notice = Notice(.information, readOnlyReason)
      return []
    }
    guard !task.arguments.isEmpty else {
      dialog = nil
      return start(task, in: environment, of: exercise, arguments: [])
    }
    dialog = .form(
      FormState(
        .task(exercise: exercise, environment: environment, task),
        title: "Run task \(task.name) in \(environment)",
        fields: task.arguments.map { argument in
          let choices = argument.choices.map { "One of \($0.joined(separator: ", "))." }
          return FormState.Field(
            argument.name, argument.defaultValue ?? argument.choices?.first ?? "",
            hint: [choices, argument.defaultValue == nil ? "It must be given." : nil]
              .compactMap(\.self).joined(separator: " "),
            kind: argument.choices.map { .choice($0) } ?? .text)
        }))
    return []
  }

  /// - Parameter values: One for each argument of the task, in order.
  mutating func start(
    _ task: WorkspaceTask, in environment: String, of exercise: String, _ values: [String]
  ) throws(FormFault) -> [ConsoleEffect] {
    for (argument, value) in zip(task.arguments, values)
    where value.isEmpty && argument.defaultValue == nil {
      throw FormFault("\(argument.name) must be given.")
    }
    return start(task, in: environment, of: exercise, arguments: values)
  }

  private mutating func start(
    _ task: WorkspaceTask, in environment: String, of exercise: String, arguments: [String]
  ) -> [ConsoleEffect] {
    let pane = nextPane
    awaitedStartPane = pane
    focus = .run(lane: pane)
    notice = Notice(.information, "Starting task \(task.name) in \(environment).")
    return [
      .startTask(
        exercise: exercise, environment: environment, name: task.name, arguments: arguments,
        size: terminalSize(ofPane: pane))
    ]
  }
}
