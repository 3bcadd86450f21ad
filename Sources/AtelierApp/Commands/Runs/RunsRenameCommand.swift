import ArgumentParser
import SessionEngine

/// `atelier runs rename RUN NAME`.
struct RunsRenameCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rename",
    abstract: "Give a run a name, or take it away with an empty one.",
    usage: "atelier runs rename <run> <name> [<options>]")

  @OptionGroup var shared: SharedOptions

  @Argument(help: "The run's number, as in 12 or #12, or its name.")
  var run: String

  @Argument(help: "At most 60 characters, with a letter in it.")
  var name: String

  func run() async throws {
    let name = try checkedName()
    let words = run
    let changed = try await RunsReader(shared).change(words) { database, run in
      if let name, let other = try database.runs(RunFilter()).first(where: { $0.name == name }),
        other.id != run.id
      {
        throw Diagnosis(
          says: "\(other.id) has the name \"\(name)\" already.", remedy: "Give another one.")
      }
    } then: { database, run in
      try await database.rename(run.id, to: name)
    }
    print(name.map { "\(changed.id) is \"\($0)\" now." } ?? "\(changed.id) has no name now.")
  }

  private func checkedName() throws -> String? {
    do {
      return try RunName.checked(name)
    } catch {
      throw CommandFailure(error, status: .usage)
    }
  }
}
