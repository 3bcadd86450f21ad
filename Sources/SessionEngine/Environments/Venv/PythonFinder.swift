import Foundation
import PixiWorkspace

/// Finds the Python that makes virtual environments: `ATELIER_PYTHON`, or the best on `PATH`.
public actor PythonFinder {
  private let environment: [String: String]
  private let runner: any CommandRunner
  private var found: PythonInterpreter?

  public init(environment: [String: String], runner: any CommandRunner = SubprocessRunner()) {
    self.environment = environment
    self.runner = runner
  }

  /// A Python of version 3.10 or later.
  ///
  /// A good answer is kept; a failure is asked again, as a person may install what is missing.
  /// - Parameter needsEnsurepip: False when uv makes the environments.
  /// - Throws: `Diagnosis` with the command that installs what is missing.
  public func interpreter(needsEnsurepip: Bool = true) async throws -> PythonInterpreter {
    if let found, found.makesEnvironments || !needsEnsurepip { return found }
    if let chosen = environment["ATELIER_PYTHON"], !chosen.isEmpty {
      return try await chosenInterpreter(chosen, needsEnsurepip: needsEnsurepip)
    }
    let search = ExecutableSearch(path: environment["PATH"])
    var incomplete: PythonInterpreter?
    var outdated: PythonInterpreter?
    for name in ["python3", "python3.13", "python3.12", "python3.11", "python3.10"] {
      guard let path = search.find(name), let answer = await ask(path) else { continue }
      if !answer.isRecent {
        outdated = outdated ?? answer
      } else if answer.makesEnvironments || !needsEnsurepip {
        found = answer
        return answer
      } else {
        incomplete = incomplete ?? answer
      }
    }
    if let incomplete { throw Self.withoutVenv(incomplete) }
    throw Self.missing(outdated)
  }

  private func chosenInterpreter(
    _ path: String, needsEnsurepip: Bool
  ) async throws -> PythonInterpreter {
    guard let answer = await ask(path) else {
      throw Diagnosis(
        says: "ATELIER_PYTHON is `\(path)`, which does not run as a Python.",
        remedy: "Set it to an interpreter's absolute path, or unset it.")
    }
    guard answer.isRecent else { throw Self.missing(answer) }
    guard answer.makesEnvironments || !needsEnsurepip else { throw Self.withoutVenv(answer) }
    found = answer
    return answer
  }

  private func ask(_ path: String) async -> PythonInterpreter? {
    let result = try? await runner.run(
      path, ["-I", "-c", Self.question], environment: environment, workingDirectory: nil,
      timeout: .seconds(20))
    guard let result, result.exitCode == 0 else { return nil }
    return try? JSONDecoder().decode(
      PythonInterpreter.self, from: Data(result.standardOutput.utf8))
  }

  private static let question = """
    import importlib.util, json, platform, sys
    has = lambda name: importlib.util.find_spec(name) is not None
    try: import ensurepip; pip = ensurepip.version()
    except Exception: pip = None
    print(json.dumps({"executable": sys.executable, "version": platform.python_version(),
    "hasVenv": has("venv"), "hasEnsurepip": has("ensurepip"), "pip": pip}))
    """

  private static func withoutVenv(_ python: PythonInterpreter) -> Diagnosis {
    let minor = python.version.split(separator: ".").prefix(2).joined(separator: ".")
    let package =
      python.executable.hasPrefix("/usr/bin/") ? "python\(minor)-venv" : "python3-venv"
    return Diagnosis(
      says: "Python \(python.version) at \(python.executable) cannot make virtual environments: "
        + "its module `\(python.hasVenv ? "ensurepip" : "venv")` is missing.",
      remedy: "Install it: on Debian and Ubuntu `sudo apt install \(package)` "
        + "(or `sudo apt install python3-venv`).")
  }

  private static func missing(_ outdated: PythonInterpreter?) -> Diagnosis {
    let found = outdated.map { ": \($0.executable) is Python \($0.version)" } ?? ""
    return Diagnosis(
      says: "No Python 3.10 or later is on PATH\(found).",
      remedy: "Install one: on Debian and Ubuntu `sudo apt install python3 python3-venv`; "
        + "or set ATELIER_PYTHON to an interpreter.")
  }
}
