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

  /// Puts a person's own files out of the way of an environment that is made anew; none, no steps.
  func keep(_ paths: VenvPaths, in folder: String, size: Size) -> [InstallPlan.Step] {
    let own = VenvOwnFiles().names(in: paths)
    guard !own.isEmpty else { return [] }
    let place = VenvOwnFiles().freePlace(for: paths)
    return [
      step(
        "Make \(place) for your own files", "/bin/mkdir", ["-p", place], variables.base, folder,
        size),
      step(
        "Keep your own files: \(own.joined(separator: ", "))", "/bin/mv",
        ["--no-clobber", "--target-directory", place, "--"]
          + own.map { paths.prefix + "/" + $0 },
        variables.base, folder, size),
    ]
  }

  /// Solves, installs, and has pip tell what it was.
  func install(
    _ requirements: [String], extraIndex: String?, into paths: VenvPaths, in folder: String,
    size: Size
  ) -> InstallPlan.Step {
    let title = "Download and install \(requirements.joined(separator: ", "))"
    let report = python.reportsInstalls && tool == .pip ? ["--report", paths.report] : []
    return install(title, report + indexes(extraIndex) + requirements, paths, folder, size)
  }

  /// Installs exactly what was solved before, and nothing whose content has changed since.
  func install(
    _ lock: VenvLock, extraIndex: String?, into paths: VenvPaths, in folder: String, size: Size
  ) -> InstallPlan.Step {
    let count = lock.entries.count == 1 ? "1 package" : "\(lock.entries.count) packages"
    return install(
      "Download and install \(count) as they were solved before",
      indexes(extraIndex) + (lock.hasHashes ? ["--require-hashes"] : [])
        + ["--no-deps", "--requirement", paths.lock],
      paths, folder, size)
  }

  private func install(
    _ title: String, _ arguments: [String], _ paths: VenvPaths, _ folder: String, _ size: Size
  ) -> InstallPlan.Step {
    switch tool {
    case .pip:
      step(
        title, paths.python,
        ["-m", "pip", "install", "--progress-bar", "on", "--no-input"] + arguments,
        variables.forPip, folder, size)
    case .uv(let uv):
      step(
        title, uv, ["pip", "install", "--python", paths.python] + arguments, variables.forUV,
        folder, size)
    }
  }

  private func indexes(_ extraIndex: String?) -> [String] {
    switch tool {
    case .pip:
      extraIndex.map { patience + ["--extra-index-url", $0] } ?? []
    case .uv: Self.uvIndexes(extraIndex, variables: variables)
    }
  }

  /// uv fails when one index cannot be reached, where pip only warns; links are given where the
  /// machine keeps the builds itself. Without the strategy uv would take every package from the
  /// first index that has it, however old; pip takes the best of all.
  static func uvIndexes(_ extraIndex: String?, variables: VenvVariables) -> [String] {
    guard let extraIndex, variables.forUV["UV_FIND_LINKS"] == nil else { return [] }
    return ["--index-strategy", "unsafe-best-match", "--extra-index-url", extraIndex]
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
