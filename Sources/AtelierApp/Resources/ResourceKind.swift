/// The folders that come with the program.
public enum ResourceKind: String, Sendable, CaseIterable {
  case exercises = "Exercises"
  case themes = "Themes"

  /// The environment variable that names another folder.
  var variable: String { "ATELIER_\(rawValue.uppercased())" }
  /// The command line's option for the same.
  var option: String { "--\(rawValue.lowercased())" }

  /// A path below a folder by which it is known to be the one, empty where the folder's name must do.
  var marker: String {
    switch self {
    case .exercises: "workshop.toml"
    case .themes: ""
    }
  }
}
