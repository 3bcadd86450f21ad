import TerminalCore

/// What to start: a program with its arguments, whole environment, folder and terminal size.
public struct ProcessSpecification: Sendable, Hashable {
  /// An absolute path, or a name looked up in `environment["PATH"]`.
  public var executable: String
  /// Without the program's own name.
  public var arguments: [String]
  /// The whole environment of the child: nothing is inherited besides.
  public var environment: [String: String]
  /// An absolute path.
  public var workingDirectory: String
  /// The pseudo-terminal's size.
  public var size: Size

  public init(
    executable: String, arguments: [String], environment: [String: String],
    workingDirectory: String, size: Size
  ) {
    self.executable = executable
    self.arguments = arguments
    self.environment = environment
    self.workingDirectory = workingDirectory
    self.size = size
  }

  /// The command as one would type it into a shell, quoted where it must be.
  public var commandLine: String {
    ([executable] + arguments).map(ShellQuoting.quote).joined(separator: " ")
  }
}
