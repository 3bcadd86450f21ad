import ArgumentParser
import Foundation
import SessionEngine
import WorkshopModel

/// `atelier exercises`.
struct ExercisesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "exercises",
    abstract: "List the workshop's exercises and how far you are with each.",
    usage: "atelier exercises [--json] [<options>]",
    discussion: "Goals are told as they were when they were last checked.")

  @OptionGroup var shared: SharedOptions
  @OptionGroup var provider: ProviderOptions

  @Flag(help: "Print JSON: one object for each exercise.")
  var json = false

  func run() async throws {
    let room = try ExerciseRoom(shared, provider)
    let context = room.context
    let workspace = context.workspacePath
    let records = try await room.with { engine in
      var records: [ExerciseRecord] = []
      for exercise in context.workshop.exercises {
        records.append(
          ExerciseRecord(
            exercise, try await engine.progress(of: exercise.id),
            part: context.workshop.segments.first { $0.exercises.contains(exercise.id) },
            hints: try await engine.hintCount(of: exercise.id), workspace: workspace))
      }
      return records
    }
    print(json ? try JSONText.encode(records) : records.map(\.text).joined(separator: "\n\n"))
  }
}
