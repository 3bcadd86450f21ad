import Foundation
import PixiWorkspace
import ProcessRunner
import TerminalCore

/// Starts the user's own shell inside a virtual environment.
///
/// The user's start-up files are read first and the environment is activated after them, since
/// many of them put their own folders in front of `PATH`.
struct VenvShell: Sendable {
  let paths: VenvPaths
  let variables: VenvVariables

  /// - Throws: `Diagnosis` when the start-up file cannot be written.
  func process(in folder: String, size: Size) throws(Diagnosis) -> ProcessSpecification {
    let program = program
    var environment = variables.inside(paths)
    // The activation script sets it, together with the prompt.
    environment["VIRTUAL_ENV"] = nil
    let activate = ". " + ShellQuoting.quote(paths.programs + "/activate")
    var arguments: [String]
    switch program.split(separator: "/").last {
    case "bash":
      let file = try write(
        "[ -r ~/.bashrc ] && . ~/.bashrc\n\(activate)\n", to: "atelier.bashrc")
      arguments = ["--rcfile", file, "-i"]
    case "zsh":
      let own = ShellQuoting.quote(environment["ZDOTDIR"] ?? environment["HOME"] ?? "/")
      try write("[ -r \(own)/.zshenv ] && . \(own)/.zshenv\n", to: "atelier.zsh/.zshenv")
      let file = try write(
        "ZDOTDIR=\(own)\n[ -r \(own)/.zshrc ] && . \(own)/.zshrc\n\(activate)\n",
        to: "atelier.zsh/.zshrc")
      environment["ZDOTDIR"] = URL(filePath: file).deletingLastPathComponent().path
      arguments = ["-i"]
    case "fish":
      let script = ShellQuoting.quote(paths.programs + "/activate.fish")
      arguments = ["--interactive", "--init-command", "source \(script)"]
    default:
      environment["ENV"] = try write(activate + "\n", to: "atelier.shrc")
      arguments = ["-i"]
    }
    return ProcessSpecification(
      executable: program, arguments: arguments, environment: environment,
      workingDirectory: folder, size: size)
  }

  /// `$SHELL` when it is one whose start-up is known, or else bash, or else sh.
  private var program: String {
    let known: Set<String> = ["bash", "zsh", "fish", "sh", "dash", "ksh"]
    if let chosen = variables.user["SHELL"], ExecutableSearch.isExecutable(chosen),
      let name = chosen.split(separator: "/").last, known.contains(String(name))
    {
      return chosen
    }
    return ["/bin/bash", "/usr/bin/bash"].first(where: ExecutableSearch.isExecutable) ?? "/bin/sh"
  }

  @discardableResult
  private func write(_ text: String, to name: String) throws(Diagnosis) -> String {
    let file = URL(filePath: paths.prefix).appending(path: name)
    do {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file, options: .atomic)
      return file.path
    } catch {
      throw Diagnosis(
        says: "The shell's start-up file \(file.path) could not be written: "
          + "\(error.localizedDescription).",
        remedy: "Make the workspace writable.")
    }
  }
}
