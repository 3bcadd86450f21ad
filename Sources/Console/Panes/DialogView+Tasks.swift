import SessionEngine
import TerminalCore

extension DialogView {
  func drawTasks(
    _ selected: Int, _ environment: String, into buffer: inout CellBuffer
  ) -> Drawn {
    let tasks = state.tasks(in: environment)
    let task = tasks.indices.contains(selected) ? tasks[selected] : nil
    let facts = task.map(Self.facts) ?? []
    let choices = KeyHint.lines(
      of: [
        KeyHint("Enter", "run"), KeyHint("e", "next environment"), KeyHint("Esc", "close"),
      ], columns: min(76, state.size.columns) - 4)
    let room = max(1, min(76, state.size.columns) - 4)
    let lines = facts.flatMap { TextWrapping.lines(of: $0, columns: room) }
    let inside = box(
      "Tasks of \(state.exercise ?? "") in \(environment)", columns: 76,
      rows: max(2, tasks.count) + lines.count + choices.count + 4, into: &buffer)
    let (upper, foot) = inside.splitBottom(choices.count)
    let (list, below) = upper.splitTop(
      min(max(2, tasks.count), max(2, upper.rows - lines.count - 1)))
    let names = (tasks.map { TextWidth.columns(of: $0.name) }.max() ?? 0) + 2
    let shown = ListView(
      tasks.map { task in
        StyledLine([
          StyledSpan(pad(task.name, to: names), .textStrong),
          StyledSpan(task.summary ?? "", .textMuted),
        ])
      }, selected: tasks.isEmpty ? nil : selected, emptyText: emptyText(environment))
    drawList(shown, into: &buffer, area: list)
    TextBlock(lines.joined(separator: "\n"), role: .dialog).draw(
      into: &buffer, area: below.splitTop(below.rows > lines.count ? 1 : 0).rest,
      theme: state.theme, glyphs: state.glyphs)
    return Drawn(
      spots: rowSpots(list, selected: selected, count: tasks.count)
        + drawChoices(choices, into: &buffer, area: foot))
  }

  private func emptyText(_ environment: String) -> String {
    guard let exercise = state.exercise, state.tasks[exercise] != nil else {
      return "Reading the tasks…"
    }
    return "\(exercise) declares no task for \(environment)."
  }

  /// What is to be known of a task before it runs.
  private static func facts(_ task: WorkspaceTask) -> [String] {
    [
      task.command.map { "$ \($0)" },
      task.dependsOn.isEmpty ? nil : "Runs before it: \(task.dependsOn.joined(separator: ", ")).",
      task.arguments.isEmpty
        ? nil
        : "Arguments: "
          + task.arguments.map { argument in
            argument.name + (argument.defaultValue.map { "=\($0)" } ?? " (must be given)")
          }.joined(separator: ", "),
    ].compactMap(\.self)
  }
}
