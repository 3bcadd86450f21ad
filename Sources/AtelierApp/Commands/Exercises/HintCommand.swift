import ArgumentParser
import Foundation
import SessionEngine

/// `atelier hint EX`.
struct HintCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hint",
    abstract: "Show the next hint of an exercise; hints are counted.",
    usage: "atelier hint <exercise> [--again | --all-shown] [--json] [<options>]",
    discussion: """
      Hints help more and more. Those for another pixi than the one here, and those that help with a \
      goal that is met, are left out. After the last one it is shown again.
      """)

  private struct Record: Encodable {
    let exercise: String
    let number: Int
    let count: Int
    let text: String
    let goal: Nullable<String>
    let repeated: Bool

    init(_ hint: HintAnswer) {
      exercise = hint.exercise
      number = hint.number
      count = hint.count
      text = hint.text
      goal = Nullable(hint.goal)
      repeated = hint.isRepeated
    }
  }

  @OptionGroup var shared: SharedOptions
  @OptionGroup var provider: ProviderOptions

  @Argument(help: "The exercise, such as exercise-3.")
  var exercise: String

  @Flag(help: "Show the last hint once more, and count nothing.")
  var again = false

  @Flag(help: "Show every hint that was shown so far, and count nothing.")
  var allShown = false

  @Flag(help: "Print JSON; with --all-shown a list.")
  var json = false

  func validate() throws {
    if again, allShown { throw ValidationError("Give --again or --all-shown, not both.") }
  }

  func run() async throws {
    let room = try ExerciseRoom(shared, provider)
    let id = try room.exercise(exercise).id
    let (again, allShown) = (again, allShown)
    let hints = try await room.with { engine in
      guard again || allShown else { return [try await engine.nextHint(of: id)] }
      let shown = try await engine.shownHints(of: id)
      guard let last = shown.last else {
        throw Diagnosis(
          says: "No hint of \(id) has been shown yet.", remedy: "Ask for one: atelier hint \(id)")
      }
      return again ? [last] : shown
    }
    if json {
      print(
        allShown
          ? try JSONText.encode(hints.map(Record.init)) : try JSONText.encode(Record(hints[0])))
    } else {
      print(hints.map { words($0, saysRepeated: !again && !allShown) }.joined(separator: "\n\n"))
    }
  }

  private func words(_ hint: HintAnswer, saysRepeated: Bool) -> String {
    let repeated = hint.isRepeated && saysRepeated ? ", again: there is no further one" : ""
    let text = hint.text.trimmingCharacters(in: .whitespacesAndNewlines)
    return "Hint \(hint.number) of \(hint.count) for \(hint.exercise)\(repeated)\n\n\(text)"
  }
}
