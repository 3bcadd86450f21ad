import ArgumentParser
import SessionEngine

/// `atelier diff EX`.
struct DiffCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Hold your files of an exercise against its solution.",
    usage: "atelier diff <exercise> [--yes] [--lock] [--json] [<options>]",
    discussion: """
      Tells which files differ. Their lines show the solution, so they are printed only with --yes, \
      or when the solution has been shown before: `-` is yours, `+` the solution's. Files that only \
      you have are left out. The exit status is 0 whether or not they differ.
      """)

  private struct Record: Encodable {
    let exercise: String
    let files: [FileDifferenceRecord]
  }

  @OptionGroup var shared: SharedOptions
  @OptionGroup var provider: ProviderOptions

  @Argument(help: "The exercise, such as exercise-3.")
  var exercise: String

  @Flag(name: [.long, .short], help: "Show the lines, too; it counts as showing the solution.")
  var yes = false

  @Flag(help: "Compare pixi.lock, too.")
  var lock = false

  @Flag(help: "Print JSON.")
  var json = false

  func run() async throws {
    let room = try ExerciseRoom(shared, provider)
    let id = try room.exercise(exercise).id
    let (yes, lock) = (yes, lock)
    let (differences, isShown) = try await room.with { engine in
      let differences = try await engine.difference(fromSolution: id, includingLock: lock)
      let wasShown = try await engine.progress(of: id).solutionShownAt != nil
      if yes { _ = try await engine.solution(of: id, confirmed: true) }
      return (differences, yes || wasShown)
    }
    if json {
      let files = differences.map { FileDifferenceRecord($0, withLines: isShown) }
      return print(try JSONText.encode(Record(exercise: id, files: files)))
    }
    let text = DifferenceText(differences: differences)
    print(isShown ? text.text : text.summary)
    if !isShown, differences.contains(where: { !$0.isSame }) {
      StandardError.write("The lines show the solution. To see them: atelier diff \(id) --yes")
    }
  }
}
