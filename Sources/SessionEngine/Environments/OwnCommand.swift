import PixiWorkspace

/// How the program is reached from the shells that it opens, so that the subcommands of a page mean
/// the workshop and the workspace in front.
public struct OwnCommand: Sendable, Hashable {
  /// The folder of the program's own file; nil where it is not known.
  public let folder: String?
  /// What every subcommand would otherwise have to be told, such as `ATELIER_WORKSPACE`.
  public let variables: [String: String]

  public init(folder: String?, variables: [String: String]) {
    self.folder = folder
    self.variables = variables
  }

  /// Variables in which the command `atelier` is found: as it was where it is found already, or
  /// else in the program's own folder, behind all others.
  func reachable(in environment: [String: String]) -> [String: String] {
    var result = environment.merging(variables) { _, own in own }
    guard let folder, let path = environment["PATH"],
      ExecutableSearch(path: path).find("atelier") == nil
    else { return result }
    result["PATH"] = path.isEmpty ? folder : path + ":" + folder
    return result
  }
}
