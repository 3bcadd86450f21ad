import ArgumentParser
import SessionEngine

/// `atelier runs pin RUN`.
struct RunsPinCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pin",
    abstract: "Pin a run, so that it is kept in sight.",
    usage: "atelier runs pin <run> [--off] [<options>]")

  @OptionGroup var shared: SharedOptions

  @Argument(help: "The run's number, as in 12 or #12, or its name.")
  var run: String

  @Flag(help: "Take the pin away.")
  var off = false

  func run() async throws {
    let (words, off) = (run, off)
    let changed = try await RunsReader(shared).change(words) { database, run in
      try await database.pin(run.id, !off)
    }
    print("\(changed.id) is \(off ? "not pinned any more" : "pinned").")
  }
}
