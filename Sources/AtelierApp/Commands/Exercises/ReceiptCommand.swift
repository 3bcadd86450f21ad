import ArgumentParser
import Foundation
import SessionEngine

/// `atelier receipt EX`.
struct ReceiptCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "receipt",
    abstract: "Write what was done in an exercise as one Markdown file, to commit beside the work.",
    usage: "atelier receipt <exercise> [--output <file>] [--force] [--json] [<options>]",
    discussion: """
      It has the goals as they are now, the hashes of the manifest and the lock, the environments, \
      the GPU, the runs with their figures, and the commands that repeat them. It is written as \
      receipt-<exercise>.md into the exercise's folder; a file that is no receipt is only replaced \
      with --force.
      """)

  private struct Record: Encodable {
    let exercise: String
    let file: String
  }

  @OptionGroup var shared: SharedOptions
  @OptionGroup var provider: ProviderOptions

  @Argument(help: "The exercise, such as exercise-3.")
  var exercise: String

  @Option(
    name: [.long, .short],
    help: ArgumentHelp("Another file, or - for standard output.", valueName: "file"))
  var output: String?

  @Flag(help: "Replace a file that is no receipt.")
  var force = false

  @Flag(help: "Print JSON: where it was written.")
  var json = false

  func validate() throws {
    if json, output == "-" {
      throw ValidationError("--json tells of a file: leave out --output -.")
    }
    if output?.isEmpty == true { throw ValidationError("--output needs the name of a file.") }
  }

  func run() async throws {
    let room = try ExerciseRoom(shared, provider)
    let declared = try room.exercise(exercise)
    let (output, force) = (output, force)
    let text = try await room.with { engine in
      let gpu = await HeadlessGPU(room.context.gpuSelector, engine)
      defer { Task { await gpu.close() } }
      if output == "-" { return try await engine.receipt(of: declared.id).markdown }
      return try await engine.writeReceipt(
        of: declared.id, to: output.map { URL(filePath: $0, directoryHint: .notDirectory) },
        force: force)
    }
    if output == "-" { return print(text, terminator: "") }
    print(
      json
        ? try JSONText.encode(Record(exercise: declared.id, file: text))
        : "The receipt of \(declared.id) stands in \(text)")
  }
}
