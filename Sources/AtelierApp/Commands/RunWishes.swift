import ArgumentParser
import Foundation
import SessionEngine

/// What a person asks of runs beyond the exercise's own words.
struct RunWishes: ParsableArguments {
  @Option(
    name: .customLong("repeat"),
    help: ArgumentHelp(
      "Run so many times. With several environments the repetitions keep step: each begins when "
        + "all have ended the one before.", valueName: "n"))
  var repeats = 1

  @Option(
    help: ArgumentHelp(
      "Stop each run after so long: seconds, or with a unit as in 90s, 10m, 2h.",
      valueName: "time"))
  var timeout: DurationArgument?

  @Option(
    name: .customLong("var"),
    help: ArgumentHelp(
      "Set a variable for the runs, as NAME=VALUE; repeat it for more.", valueName: "name=value"))
  var variables: [VariableArgument] = []

  @Option(
    help: ArgumentHelp(
      "Run in this folder and not in the exercise's. Not with pixi, which runs tasks in the "
        + "workspace's folder.", valueName: "dir"))
  var directory: String?

  @Option(
    name: .customLong("override-cuda"),
    help: ArgumentHelp(
      "Make pixi believe that the driver has this CUDA version, by CONDA_OVERRIDE_CUDA, for these "
        + "runs and their installs alone.", valueName: "version"))
  var overrideCUDA: String?

  @Option(help: ArgumentHelp("What to call the runs.", valueName: "name"))
  var name: String?

  func validate() throws {
    guard (1...1000).contains(repeats) else {
      throw ValidationError("--repeat is \(repeats). Give a number from 1 to 1000.")
    }
    if let overrideCUDA, overrideCUDA.wholeMatch(of: /[0-9]+(\.[0-9]+)*/) == nil {
      throw ValidationError(
        "--override-cuda is \"\(overrideCUDA)\". Give a version, such as 12 or 12.4.")
    }
  }

  /// - Parameter currentFolder: What a relative folder is relative to; an absolute path.
  func options(arguments: [String], currentFolder: String) -> RunOptions {
    let folder = directory.map { path in
      URL(filePath: path, relativeTo: URL(filePath: currentFolder, directoryHint: .isDirectory))
        .standardizedFileURL.path(percentEncoded: false)
    }
    return RunOptions(
      arguments: arguments,
      variables: Dictionary(variables.map { ($0.name, $0.value) }) { $1 },
      workingDirectory: folder.map {
        $0.count > 1 && $0.hasSuffix("/") ? String($0.dropLast()) : $0
      },
      timeoutSeconds: timeout?.seconds, overrideCUDA: overrideCUDA)
  }
}
