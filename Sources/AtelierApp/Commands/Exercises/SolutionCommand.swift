import ArgumentParser
import SessionEngine
import WorkshopModel

/// `atelier solution EX`.
struct SolutionCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "solution",
    abstract: "Show an exercise's solution, or lay it over your folder.",
    usage: "atelier solution <exercise> [--write | --diff] [--yes] [--json] [<options>]",
    discussion: """
      It is shown only when it is asked for twice: without --yes nothing is shown, and the exit status \
      is 1. The manifest has the spelling of the CUDA requirement that your own has, or else the one \
      the installed pixi is taught with. With --write the old files are kept aside in a dated folder \
      below .atelier/kept of the workspace.
      """)

  private struct Record: Encodable {
    struct File: Encodable {
      let path: String
      let text: Nullable<String>
    }

    let exercise: String
    let spelling: String
    let files: [File]
  }

  @OptionGroup var shared: SharedOptions
  @OptionGroup var provider: ProviderOptions

  @Argument(help: "The exercise, such as exercise-3.")
  var exercise: String

  @Flag(help: "Lay it over the exercise's folder.")
  var write = false

  @Flag(help: "Show only what differs from your files.")
  var diff = false

  @Flag(name: [.long, .short], help: "You have asked before.")
  var yes = false

  @Flag(help: "Print JSON.")
  var json = false

  func validate() throws {
    if write, diff { throw ValidationError("Give --write or --diff, not both.") }
  }

  func run() async throws {
    let room = try ExerciseRoom(shared, provider)
    let declared = try room.exercise(exercise)
    guard yes else { throw try await refusal(declared, in: room) }
    if write {
      let change = try await room.with { try await $0.writeSolution(of: declared.id) }
      let record = ChangeRecord(change, in: room.context.workspacePath, done: true)
      return print(
        json ? try JSONText.encode(record) : ChangeText(change: change, isDone: true).text)
    }
    if diff {
      var command = DiffCommand()
      (command.shared, command.provider, command.exercise) = (shared, provider, exercise)
      (command.yes, command.json, command.lock) = (true, json, false)
      return try await command.run()
    }
    let answer = try await room.with { try await $0.solution(of: declared.id, confirmed: true) }
    guard case .shown(let solution) = answer else { return }
    print(json ? try JSONText.encode(record(solution)) : text(solution))
  }

  /// What stands in for the solution when it is asked for once.
  private func refusal(_ declared: Exercise, in room: ExerciseRoom) async throws -> CommandFailure {
    let id = declared.id
    let (answer, hints) = try await room.with { engine in
      (
        try await engine.solution(of: id, confirmed: false),
        try await engine.progress(of: id).hintsShown
      )
    }
    guard case .confirm(let plan) = answer else {
      return CommandFailure(Engine.noExercise(id, in: room.context.workshop))
    }
    let verb = write ? "lays the solution of \(id) over your files" : "shows the solution of \(id)"
    let count = declared.hints.count
    let tip = hints < count ? " A hint may do: atelier hint \(id)." : ""
    let option = write ? " --write" : diff ? " --diff" : ""
    return CommandFailure(
      Diagnosis(
        says:
          "This \(verb); \(hints == 0 ? "no hint" : hints == 1 ? "one hint" : "\(hints) hints") "
          + "of it \(hints > 1 ? "have" : "has") been shown.",
        remedy: "Ask again to have it: atelier solution \(id)\(option) --yes.\(tip)",
        details: write ? ChangeText(change: plan, isDone: false).text : nil))
  }

  /// pixi.lock is thousands of lines that nobody types.
  private func text(_ solution: ExerciseSolution) -> String {
    let parts = solution.files.map { file in
      let name = ChangeText.name(file.path)
      guard file.path != "pixi.lock" else {
        return "==> \(name) <==\n(left out; --write lays it beside the others)"
      }
      return "==> \(name) <==\n" + (file.text ?? "(no text)\n")
    }
    return parts.joined(separator: "\n")
  }

  private func record(_ solution: ExerciseSolution) -> Record {
    Record(
      exercise: solution.exercise, spelling: solution.spelling.rawValue,
      files: solution.files.map { Record.File(path: $0.path, text: Nullable($0.text)) })
  }
}
