import ArgumentParser
import Foundation
import SessionEngine
import WorkshopModel

/// `atelier catch-up`.
struct CatchUpCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "catch-up",
    abstract: "Bring the workspace to the start of the part the room is in.",
    usage: "atelier catch-up [--to <exercise>] [--dry-run] [--yes] [--json] [<options>]",
    discussion: """
      The part is the one of --start's clock; between exercises it is the next one. Its exercises \
      get their starter files, and what you had done in them is kept aside in a dated folder below \
      .atelier/kept of the workspace. Other exercises, installed environments and a pixi.lock that \
      still fits stay. It asks first; where there is no terminal it needs --yes.
      """)

  private struct Record: Encodable {
    let says: String
    let exercises: [String]
    let done: Bool
    let changes: [ChangeRecord]
  }

  @OptionGroup var shared: SharedOptions
  @OptionGroup var provider: ProviderOptions

  @Option(help: ArgumentHelp("This exercise in place of the room's.", valueName: "exercise"))
  var to: String?

  @Flag(help: "Only tell what would be done.")
  var dryRun = false

  @Flag(name: [.long, .short], help: "Do not ask.")
  var yes = false

  @Flag(help: "Print JSON.")
  var json = false

  func run() async throws {
    let room = try ExerciseRoom(shared, provider)
    let target = try target(in: room)
    let (dryRun, yes) = (dryRun, yes)
    let caughtUp = try await room.with { engine in
      let plan = try await engine.catchUpPlan(to: target)
      guard !dryRun, !plan.changesNothing else { return plan }
      try Confirmation.ask(Self.text(plan, isDone: false) + "\nGo there?", isGiven: yes)
      return try await engine.catchUp(to: target)
    }
    guard json else { return print(Self.text(caughtUp, isDone: !dryRun)) }
    print(
      try JSONText.encode(
        Record(
          says: caughtUp.says, exercises: caughtUp.exercises, done: !dryRun,
          changes: caughtUp.changes.map {
            ChangeRecord($0, in: room.context.workspacePath, done: !dryRun)
          })))
  }

  private func target(in room: ExerciseRoom) throws -> CatchUpTarget {
    if let to { return .exercise(try room.exercise(to).id) }
    let now = DayTime.fromThisMachine()
    return .room(shared.clock(for: room.context.workshop, now: now).position(at: now))
  }

  private static func text(_ caughtUp: CatchUp, isDone: Bool) -> String {
    ([caughtUp.says] + caughtUp.changes.map { ChangeText(change: $0, isDone: isDone).text })
      .joined(separator: "\n")
  }
}
