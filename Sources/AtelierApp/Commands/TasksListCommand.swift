import ArgumentParser
import Foundation
import SessionEngine
import WorkshopModel

/// `atelier tasks [EXERCISE]`.
struct TasksListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the tasks of an exercise, or of all.",
    usage: "atelier tasks [<exercise>] [--json] [<options>]",
    discussion: "Looks only: it installs and solves nothing.")

  @OptionGroup var shared: SharedOptions
  @OptionGroup var provider: ProviderOptions

  @Argument(help: "The exercise, such as exercise-3; by default all of them.")
  var exercise: String?

  @Flag(help: "Print JSON: one object for each task.")
  var json = false

  func run() async throws {
    let context = try AppContext(shared, provider)
    let exercises = try context.exercises(named: exercise)
    let engine = try await context.makeEngine()
    var found: [(exercise: Exercise, tasks: Result<[WorkspaceTask], Diagnosis>)] = []
    for exercise in exercises {
      do {
        found.append((exercise, .success(try await engine.tasks(of: exercise.id))))
      } catch let diagnosis as Diagnosis {
        found.append((exercise, .failure(diagnosis)))
      }
    }
    await engine.close()
    if exercise != nil, case .failure(let diagnosis)? = found.first?.tasks { throw diagnosis }
    print(json ? try JSONText.encode(records(found)) : plain(found))
  }

  private func records(
    _ found: [(exercise: Exercise, tasks: Result<[WorkspaceTask], Diagnosis>)]
  ) -> [TaskRecord] {
    found.flatMap { exercise, tasks in
      ((try? tasks.get()) ?? []).map { TaskRecord($0, exercise: exercise.id) }
    }
  }

  private func plain(
    _ found: [(exercise: Exercise, tasks: Result<[WorkspaceTask], Diagnosis>)]
  ) -> String {
    found.map { exercise, tasks in
      var lines = ["\(exercise.id): \(exercise.title)"]
      switch tasks {
      case .failure(let diagnosis): lines += ["  \(diagnosis.says)", "  \(diagnosis.remedy)"]
      case .success(let tasks) where tasks.isEmpty: lines.append("  no tasks")
      case .success(let tasks): lines += tasks.flatMap(Self.lines)
      }
      return lines.joined(separator: "\n")
    }.joined(separator: "\n\n")
  }

  /// A task's name with its arguments and environments, then what it says and does.
  private static func lines(_ task: WorkspaceTask) -> [String] {
    let arguments = task.arguments.map { argument in
      argument.defaultValue.map { "[\(argument.name)=\($0)]" } ?? "<\(argument.name)>"
    }
    let words = ([task.name] + arguments).joined(separator: " ")
    var lines = ["  \(words) · \(task.environments.joined(separator: ", "))"]
    if let summary = task.summary { lines.append("    \(summary)") }
    if let command = task.command { lines.append("    $ \(command)") }
    if !task.dependsOn.isEmpty {
      lines.append("    after \(task.dependsOn.joined(separator: ", "))")
    }
    return lines
  }
}
