import PixiWorkspace
import ProcessRunner
import TerminalCore

/// The user's own shell in an exercise's folder, in no environment: where `pixi init` and `pixi add`
/// are typed before there is anything to be inside of.
struct PlainShell {
  /// What the shell gets, without what belongs to another environment.
  let variables: [String: String]

  func process(in folder: String, size: Size) -> ProcessSpecification {
    ProcessSpecification(
      executable: program, arguments: ["-i"], environment: variables, workingDirectory: folder,
      size: size)
  }

  /// `$SHELL` when it can be started, or else bash, or else sh.
  private var program: String {
    let programs = [variables["SHELL"], "/bin/bash", "/usr/bin/bash"].compactMap(\.self)
    return programs.first { ExecutableSearch.isExecutable($0) } ?? "/bin/sh"
  }
}
