import Foundation
import PixiWorkspace

extension VenvProvider {
  /// Imports the module that shows the environment to be whole.
  /// - Returns: The version of the environment's Python.
  func probe(_ paths: VenvPaths, module: String) async throws(Diagnosis) -> String {
    let program = """
      import importlib, platform, sys
      for name in sys.argv[1:]: importlib.import_module(name)
      print(platform.python_version())
      """
    let modules = module.isEmpty ? [] : [module]
    let result: CommandResult
    do {
      result = try await runner.run(
        paths.python, ["-c", program] + modules, environment: variables.inside(paths),
        workingDirectory: paths.prefix, timeout: probeTimeout)
    } catch {
      throw Diagnosis(
        says: "The environment `\(paths.name)` could not be tried: \(error)",
        remedy: "Install it again.")
    }
    guard result.exitCode == 0, let version = result.standardOutput.split(separator: "\n").last
    else {
      let output = result.standardOutput + result.standardError
      throw diagnose(output: output, exitCode: result.exitCode).map { known in
        Diagnosis(
          says: "The environment `\(paths.name)` does not work. \(known.says)",
          remedy: "Install it again.", details: output)
      }
        ?? Diagnosis(
          says: "The environment `\(paths.name)` does not work: `import \(module)` failed.",
          remedy: "Install it again.", details: output)
    }
    return String(version)
  }
}
