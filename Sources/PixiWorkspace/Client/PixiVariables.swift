/// Makes the environment a pixi child gets from the user's own.
///
/// A console started inside `pixi shell` inherits variables that change which workspace and
/// environment pixi means; they are taken out.
public struct PixiVariables: Sendable {
  private let user: [String: String]

  public init(user: [String: String]) {
    self.user = user
  }

  /// For a command a person watches in a terminal: colours and progress stay as they are.
  public var forTerminal: [String: String] {
    var variables = user.filter { name, _ in !Self.isInherited(name) }
    variables["PIXI_NO_WRAP"] = "1"
    if !Self.isUTF8(variables["LC_ALL"] ?? variables["LC_CTYPE"] ?? variables["LANG"]) {
      variables["LC_ALL"] = nil
      variables["LC_CTYPE"] = nil
      variables["LANG"] = "C.UTF-8"
    }
    return variables
  }

  /// For a command whose output is read by a program.
  public var forReading: [String: String] {
    var variables = user.filter { name, _ in !Self.isInherited(name) && name != "FORCE_COLOR" }
    variables["PIXI_NO_PROGRESS"] = "true"
    variables["PIXI_NO_WRAP"] = "1"
    variables["NO_COLOR"] = "1"
    variables["LC_ALL"] = nil
    variables["LC_CTYPE"] = nil
    variables["LANG"] = "C.UTF-8"
    return variables
  }

  /// The CUDA version the user makes pixi believe in; nil when the user does not, empty when the
  /// driver is taken away.
  public var overriddenCUDA: String? { user["CONDA_OVERRIDE_CUDA"] }

  private static func isInherited(_ name: String) -> Bool {
    let names: Set<String> = [
      "PIXI_IN_SHELL", "PIXI_ENVIRONMENT_NAME", "PIXI_ENVIRONMENT_PLATFORMS", "PIXI_PROMPT",
      "PIXI_EXE", "CONDA_PREFIX", "CONDA_DEFAULT_ENV", "CONDA_SHLVL",
    ]
    return names.contains(name) || name.hasPrefix("PIXI_PROJECT_")
  }

  private static func isUTF8(_ locale: String?) -> Bool {
    guard let locale = locale?.lowercased() else { return false }
    return locale.contains("utf-8") || locale.contains("utf8")
  }
}
