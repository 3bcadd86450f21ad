extension PixiProblem.Kind {
  /// One sentence: what happened.
  var says: String {
    switch self {
    case .noGPU: "The environment needs CUDA, and this machine has no NVIDIA driver for it."
    case .cudaNotDeclared: "A package needs CUDA, and pixi.toml does not declare it."
    case .noCandidates(let name):
      "No channel has a package that fits \(name.map { "`\($0)`" } ?? "what pixi.toml asks for")."
    case .cudaVersionConflict: "The CUDA version declared and the one asked for do not fit."
    case .pythonConflict: "A package was not built for the Python version of its environment."
    case .incompatiblePackages: "The packages of one environment or solve group exclude each other."
    case .pypiConflict: "A package from PyPI does not fit those from conda."
    case .staleLock: "pixi.toml was changed after pixi.lock was written."
    case .newerLock: "pixi.lock was written by a newer pixi than this one."
    case .unknownEnvironment(let name):
      "pixi.toml does not declare the environment\(name.map { " `\($0)`" } ?? "")."
    case .unknownTask: "The environment has no such task."
    case .ambiguousTask(let name):
      "Several environments have the task\(name.map { " `\($0)`" } ?? "")."
    case .unsupportedPlatform: "The environment is not made for this machine's platform."
    case .manifestNotFound: "There is no pixi.toml in this folder."
    case .manifestInvalid: "pixi.toml cannot be read by this pixi."
    case .bothSpellings:
      "pixi.toml declares CUDA twice: in system-requirements and on its platforms."
    case .pixiTooOld(let wanted):
      "pixi.toml asks for another release of pixi\(wanted.map { " (\($0))" } ?? "")."
    case .unknownCommand: "This release of pixi does not know the command."
    case .movedEnvironment: "The installed environment was made in another folder."
    case .busy: "Another pixi is changing the same environment."
    case .network: "pixi could not reach a package channel."
    case .diskFull: "The disk is full."
    case .noPermission: "pixi may not read or write one of its files."
    case .solveFailed: "pixi found no set of packages that fits what pixi.toml asks for."
    }
  }

  /// One sentence: what to do now.
  var remedy: String {
    switch self {
    case .noGPU:
      "Use the cpu environment here, or the venv provider with `--provider venv`."
    case .cudaNotDeclared:
      "Declare CUDA: before pixi 0.71 `cuda = \"12\"` in the feature's system-requirements, "
        + "from then on a platform with `cuda = \"12\"`."
    case .noCandidates:
      "Check its name, version, build and the feature's platforms in pixi.toml."
    case .cudaVersionConflict:
      "Make `cuda-version` and the declared CUDA version of the feature agree."
    case .pythonConflict:
      "Set `python = \"3.12.*\"` in pixi.toml: it is inherited by every environment."
    case .incompatiblePackages:
      "Put them into features of different environments, with no solve group in common."
    case .pypiConflict: "Take the package from conda-forge, or loosen its version in pixi.toml."
    case .staleLock: "Run `pixi lock`, or install the environment again."
    case .newerLock: "Update pixi with `pixi self-update`, or run `pixi lock` to write it anew."
    case .unknownEnvironment:
      "Add it under [environments] in pixi.toml, or with `pixi workspace environment add`."
    case .unknownTask: "Add it with `pixi task add`, or see the names with `pixi task list`."
    case .ambiguousTask: "Name the environment with `-e`."
    case .unsupportedPlatform:
      "Add the platform with `pixi workspace platform add`, or choose another environment."
    case .manifestNotFound: "Make one with `pixi init`, or choose the exercise's folder."
    case .manifestInvalid: "Correct the line pixi names; tables on `platforms` need pixi 0.71."
    case .bothSpellings:
      "Remove the tables `system-requirements`, or for pixi before 0.71 the tables on `platforms`."
    case .pixiTooOld: "Update pixi with `pixi self-update`."
    case .unknownCommand: "See `pixi --help`; `system-requirements` went with pixi 0.71."
    case .movedEnvironment: "Remove the folder .pixi beside pixi.toml and install again."
    case .busy: "Wait for it to end and try again."
    case .network: "Check the network and the proxy settings, then try again."
    case .diskFull: "Free some space (`pixi clean cache` helps) and try again."
    case .noPermission:
      "Make the folder pixi names below your own and writable; it may have been made as root."
    case .solveFailed: "Read pixi's report below: the last lines name what does not fit."
    }
  }
}
