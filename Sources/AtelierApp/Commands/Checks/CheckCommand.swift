import ArgumentParser
import Foundation
import SessionEngine
import WorkshopModel

/// `atelier check [EXERCISE]`.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Judge how far an exercise is, goal by goal.",
    usage: "atelier check [<exercise>] [--json] [<options>]",
    discussion: """
      Looks at the manifest, the lock and the other files of the exercise's folder and at the runs \
      that are kept; it solves, installs and changes nothing. Without an exercise all of them are \
      told in short. The exit status is 0 when every goal is met, 1 otherwise, 2 for wrong usage.
      """)

  @OptionGroup var shared: SharedOptions
  @OptionGroup var provider: ProviderOptions

  @Argument(help: "The exercise, such as exercise-3; all of them without one.")
  var exercise: String?

  @Flag(help: "Print JSON: one object, or a list of all exercises without one.")
  var json = false

  func run() async throws {
    let context = try AppContext(shared, provider)
    let exercises = try context.exercises(named: exercise)
    let engine = try await context.makeEngine(memory: await context.memoryForChecks())
    if exercises.contains(where: \.hasGoalsForGPU) {
      let source = await context.gpuSelector.select()
      await engine.note(await source.sample())
      await source.close()
    }
    var verdicts: [ExerciseVerdict] = []
    for exercise in exercises {
      let verdict = try await engine.check(exercise.id)
      await engine.recordCheck(verdict, asked: true)
      verdicts.append(verdict)
    }
    await engine.close()
    print(try output(verdicts, of: exercises, environment: context.environment))
    if !verdicts.allSatisfy(\.passed) { throw ExitCode(CommandFailure.Status.notWell.rawValue) }
  }

  private func output(
    _ verdicts: [ExerciseVerdict], of exercises: [Exercise], environment: [String: String]
  ) throws -> String {
    let records = verdicts.map { CheckRecord($0) }
    if json {
      return exercise == nil ? try JSONText.encode(records) : try JSONText.encode(records.first)
    }
    let isPlain = !(environment["ATELIER_ASCII"] ?? "").isEmpty
    let isUTF8 = TerminalProbe.facts(environment: environment).isUTF8
    let text = CheckText(usesASCII: isPlain || !isUTF8)
    guard exercise == nil else {
      return zip(exercises, verdicts).map(text.lines).joined().joined(separator: "\n")
    }
    return zip(exercises, verdicts).map(text.line).joined(separator: "\n")
  }
}
