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
    let all = try await room.with { try await $0.progressOfAll() }
    let records = zip(context.workshop.exercises, all).map { exercise, progress in
      ExerciseRecord(
        exercise, progress,
        part: context.workshop.segments.first {
          $0.exercises.contains(exercise.id)
        }, workspace: context.workspacePath)
    }
    print(json ? try JSONText.encode(records) : records.map(\.text).joined(separator: "\n\n"))
  }
}
