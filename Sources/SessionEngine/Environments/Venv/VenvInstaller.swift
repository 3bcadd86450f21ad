import ProcessRunner
import TerminalCore

/// The commands that make a virtual environment and install packages from PyPI into it.
struct VenvInstaller: Sendable {
  /// What makes environments: Python's own modules, or uv where it is on `PATH`.
  enum Tool: Sendable, Hashable {
    case pip
    /// uv's absolute path.
    case uv(String)
  }

  let tool: Tool
  let python: PythonInterpreter
  let variables: VenvVariables

  /// - Parameter replaces: Whether what is there must go first.
  func create(_ paths: VenvPaths, replaces: Bool, in folder: String, size: Size)
    -> InstallPlan.Step
  {
    let clear = replaces ? ["--clear"] : []
    let title = "Make a virtual environment with Python \(python.version)"
    switch tool {
    case .pip:
      return step(
        title, python.executable, ["-m", "venv"] + clear + [paths.prefix],
        variables.forPip, folder, size)
    case .uv(let uv):
      return step(
        title, uv,
        ["venv"] + clear + ["--python", python.executable, "--seed", paths.prefix],
        variables.forUV, folder, size)
    }
  }

  func install(
    _ requirements: [String], extraIndex: String?, into paths: VenvPaths, in folder: String,
    size: Size
  ) -> InstallPlan.Step {
    let title = "Download and install \(requirements.joined(separator: ", "))"
    let index = extraIndex.map { ["--extra-index-url", $0] } ?? []
    switch tool {
    case .pip:
      let arguments =
        ["-m", "pip", "install", "--progress-bar", "on", "--no-input"]
        + (extraIndex == nil ? [] : patience) + index + requirements
      return step(title, paths.python, arguments, variables.forPip, folder, size)
    case .uv(let uv):
      // uv fails when one index cannot be reached, where pip only warns; links are given where
      // the machine keeps the builds itself. Without the strategy uv would take every package
      // from the first index that has it, however old; pip takes the best of all.
      let hasLinks = variables.forUV["UV_FIND_LINKS"] != nil
      let index = hasLinks ? [] : index
      let strategy = index.isEmpty ? [] : ["--index-strategy", "unsafe-best-match"]
      let arguments =
        ["pip", "install", "--python", paths.python] + strategy + index + requirements
      return step(title, uv, arguments, variables.forUV, folder, size)
    }
  }

  /// An extra index that cannot be reached must not hold up the room, unless the user has chosen
  /// a patience of their own.
  private var patience: [String] {
    var options: [String] = []
    if variables.user["PIP_RETRIES"] == nil { options += ["--retries", "1"] }
    if variables.user["PIP_TIMEOUT"] == nil, variables.user["PIP_DEFAULT_TIMEOUT"] == nil {
      options += ["--timeout", "15"]
    }
    return options
  }

  private func step(
    _ title: String, _ executable: String, _ arguments: [String],
    _ environment: [String: String], _ folder: String, _ size: Size
  ) -> InstallPlan.Step {
    InstallPlan.Step(
      title: title,
      process: ProcessSpecification(
        executable: executable, arguments: arguments, environment: environment,
        workingDirectory: folder, size: size))
  }
}
