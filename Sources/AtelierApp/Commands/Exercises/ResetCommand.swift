import ArgumentParser
import SessionEngine

/// `atelier reset EX`.
struct ResetCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reset",
    abstract: "Bring an exercise's starter files back; the old files are kept aside.",
    usage: "atelier reset <exercise> [--all] [--dry-run] [--yes] [--json] [<options>]",
    discussion: """
      What is replaced stands in a dated folder below .atelier/kept of the workspace. Your own files \
      stay, but for a pixi.lock that no longer fits; with --all they are kept aside, too. Installed \
      environments stay. It asks first; where there is no terminal it needs --yes.
      """)

  @OptionGroup var shared: SharedOptions
  @OptionGroup var provider: ProviderOptions

  @Argument(help: "The exercise, such as exercise-3.")
  var exercise: String

  @Flag(help: "Keep your own files aside, too, so that only the starter is left.")
  var all = false

  @Flag(help: "Only tell what would be done.")
  var dryRun = false

  @Flag(name: [.long, .short], help: "Do not ask.")
  var yes = false

  @Flag(help: "Print JSON.")
  var json = false

  func run() async throws {
    let room = try ExerciseRoom(shared, provider)
    let id = try room.exercise(exercise).id
    let (all, dryRun, yes) = (all, dryRun, yes)
    let change = try await room.with { engine in
      let plan = try await engine.resetPlan(of: id, all: all)
      guard !dryRun, !plan.changesNothing else { return plan }
      try Confirmation.ask(
        ChangeText(change: plan, isDone: false).text + "\nBring the starter back?", isGiven: yes)
      return try await engine.reset(id, all: all)
    }
    let done = !dryRun
    print(
      json
        ? try JSONText.encode(ChangeRecord(change, in: room.context.workspacePath, done: done))
        : ChangeText(change: change, isDone: done).text)
  }
}
