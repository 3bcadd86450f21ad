import ArgumentParser
import SessionEngine

/// `atelier start EX`.
struct StartCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "start",
    abstract: "Make an exercise's folder from its starter files.",
    usage: "atelier start <exercise> [--json] [<options>]",
    discussion: "Files that are there are left as they are.")

  @OptionGroup var shared: SharedOptions
  @OptionGroup var provider: ProviderOptions

  @Argument(help: "The exercise, such as exercise-3.")
  var exercise: String

  @Flag(help: "Print JSON.")
  var json = false

  func run() async throws {
    let room = try ExerciseRoom(shared, provider)
    let declared = try room.exercise(exercise)
    let change = try await room.with { try await $0.startExercise(declared.id) }
    if json {
      let record = ChangeRecord(change, in: room.context.workspacePath, done: true)
      return print(try JSONText.encode(record))
    }
    let folder = room.context.workspaceName + "/" + declared.id
    print("\(declared.title): \(folder)")
    print(
      change.files.isEmpty
        ? "Every file of the starter is there already."
        : "Made: \(change.files.map { ChangeText.name($0.path) }.joined(separator: ", "))")
    print("Begin with \(declared.mainFile). A hint: atelier hint \(declared.id)")
  }
}
