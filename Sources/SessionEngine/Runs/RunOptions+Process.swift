import Foundation
import ProcessRunner

extension RunOptions {
  /// What makes pixi believe in another CUDA driver than there is.
  static let overrideVariable = "CONDA_OVERRIDE_CUDA"

  /// The variables a person has set, by whichever option.
  var allVariables: [String: String] {
    guard let overrideCUDA else { return variables }
    return variables.merging([Self.overrideVariable: overrideCUDA]) { $1 }
  }

  /// The process with what was asked for.
  ///
  /// In another working directory the workload's own files are still those of its exercise: an
  /// argument that names one is made absolute.
  func applied(to planned: ProcessSpecification) -> ProcessSpecification {
    var process = planned
    if let workingDirectory, workingDirectory != planned.workingDirectory {
      process.arguments = planned.arguments.map { argument in
        let path = planned.workingDirectory + "/" + argument
        let isFile =
          !argument.isEmpty && !argument.hasPrefix("/") && !argument.hasPrefix("-")
          && FileManager.default.fileExists(atPath: path)
        return isFile ? path : argument
      }
      process.workingDirectory = workingDirectory
    }
    process.arguments += arguments
    process.environment.merge(allVariables) { $1 }
    return process
  }

  /// What concerns the making of the environment, too: nothing but the CUDA version.
  var forInstall: RunOptions { RunOptions(overrideCUDA: overrideCUDA) }

  /// The command as one would type it into a shell to have the same.
  func commandLine(of process: ProcessSpecification) -> String {
    let place = workingDirectory.map { "cd \(ShellQuoting.quote($0)) && " } ?? ""
    let settings = allVariables.sorted { $0.key < $1.key }
      .map { "\($0.key)=\(ShellQuoting.quote($0.value)) " }
    return place + settings.joined() + process.commandLine
  }

  /// - Throws: `Diagnosis` when something cannot be done as it was asked for.
  func check(provider: ProviderKind) throws {
    for name in variables.keys where name.isEmpty || name.contains("=") || name.contains("\0") {
      throw Diagnosis(
        says: "\"\(name)\" cannot be the name of a variable.",
        remedy: "Write it as NAME=VALUE, such as OMP_NUM_THREADS=4.")
    }
    if let timeoutSeconds, !(timeoutSeconds > 0 && timeoutSeconds.isFinite) {
      throw Diagnosis(
        says: "A time-out of \(timeoutSeconds) seconds cannot be kept.",
        remedy: "Give more than 0 seconds, or none.")
    }
    if overrideCUDA != nil, provider != .pixi {
      throw Diagnosis(
        says:
          "Only pixi can be made to believe in another CUDA version; this is \(provider.rawValue).",
        remedy: "Leave the override out, or use `--provider pixi`.")
    }
    try checkWorkingDirectory(provider: provider)
  }

  private func checkWorkingDirectory(provider: ProviderKind) throws {
    guard let workingDirectory else { return }
    // pixi changes into the workspace before it starts a task, whatever folder it is called in.
    guard provider != .pixi else {
      throw Diagnosis(
        says: "pixi runs a task in its workspace's own folder: it takes no other.",
        remedy: "Leave the folder out, or give the task a `cwd` in pixi.toml.")
    }
    var isFolder: ObjCBool = false
    guard workingDirectory.hasPrefix("/"),
      FileManager.default.fileExists(atPath: workingDirectory, isDirectory: &isFolder),
      isFolder.boolValue
    else {
      throw Diagnosis(
        says: "\(workingDirectory) is no folder to run in.",
        remedy: "Make it, or give the absolute path of one that is there.")
    }
  }
}
