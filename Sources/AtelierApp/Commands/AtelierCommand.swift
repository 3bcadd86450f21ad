import ArgumentParser
import Foundation
import SessionEngine

/// The command line: the console, and every capability of it for scripts.
public struct AtelierCommand: AsyncParsableCommand {
  public static let configuration = CommandConfiguration(
    commandName: "atelier",
    abstract: "A console for hands-on workshops in scientific computing.",
    discussion: """
      Without a subcommand the console opens on the workshop, with the options that `atelier help \
      console` lists, as in `atelier --start now`; without a terminal the outline is printed.

      Exit status: 0 well, 1 not well, 2 wrong usage, 128 and a signal's number when it ended \
      the program.
      """,
    version: Version.text,
    subcommands: [
      ConsoleCommand.self, OutlineCommand.self, ExercisesCommand.self, StartCommand.self,
      HintCommand.self, ResetCommand.self, DiffCommand.self, SolutionCommand.self,
      CatchUpCommand.self, ReceiptCommand.self, EnvironmentCommand.self, TasksCommand.self,
      RunCommand.self, RunsCommand.self, CompareCommand.self, ExportCommand.self,
      CheckCommand.self, GPUCommand.self, DoctorCommand.self,
    ],
    defaultSubcommand: ConsoleCommand.self)

  public init() {}

  /// Parses the command line, runs the command and ends the process.
  public static func start() async -> Never {
    do {
      var command = try parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
      Foundation.exit(0)
    } catch let failure as CommandFailure {
      StandardError.write(failure.text)
      Foundation.exit(failure.status.rawValue)
    } catch let diagnosis as Diagnosis {
      StandardError.write(CommandFailure(diagnosis).text)
      Foundation.exit(CommandFailure.Status.notWell.rawValue)
    } catch {
      endParsing(error)
    }
  }

  /// Help goes to standard output; wrong usage has status 2, not the parser's 64.
  private static func endParsing(_ error: any Error) -> Never {
    let code = exitCode(for: error)
    let message = fullMessage(for: error)
    if code.isSuccess {
      print(message)
      Foundation.exit(0)
    }
    if !message.isEmpty { StandardError.write(message) }
    Foundation.exit(
      code == .validationFailure ? CommandFailure.Status.usage.rawValue : code.rawValue)
  }
}
