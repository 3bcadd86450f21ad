import Glibc

/// Words for why a program could not be started.
enum LaunchFailure {
  static func reason(
    _ stage: SupervisorReport.Stage, errorNumber: Int32, specification: ProcessSpecification
  ) -> String {
    let system = String(cString: strerror(errorNumber))
    switch stage {
    case .program: return program(specification, errorNumber, system)
    case .folder:
      return "The working folder \(specification.workingDirectory) cannot be entered: \(system). "
        + "Check that it exists and may be read."
    case .terminal:
      return "The program's terminal could not be opened: \(system). Close runs or other terminals."
    case .session:
      return "No process could be started: \(system). Close programs, or raise `ulimit -u`."
    }
  }

  private static func program(
    _ specification: ProcessSpecification, _ errorNumber: Int32, _ system: String
  ) -> String {
    let name = specification.executable
    guard errorNumber == ENOENT else {
      return "\(name) cannot be executed: \(system). Check the file's permissions and its kind."
    }
    if name.contains("/") {
      return "\(name) cannot be executed: it, or the interpreter in its first line, does not "
        + "exist. Check the path."
    }
    let path = specification.environment["PATH"] ?? "not set"
    return "\(name) was not found. Install it, or check the spelling; PATH is \(path)."
  }
}
