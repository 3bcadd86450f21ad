import SessionEngine

/// What is said of an environment's state.
enum EnvironmentWords {
  static func state(_ status: EnvironmentStatus?) -> String {
    switch status?.state {
    case nil: "looking…"
    case .installed: "installed"
    case .notInstalled: "not installed"
    case .broken(let why): "broken: \(why)"
    case .unavailable(let diagnosis): diagnosis.says
    }
  }

  static func role(_ status: EnvironmentStatus?) -> ThemeRole {
    switch status?.state {
    case .installed: .good
    case .broken, .unavailable: .bad
    case .notInstalled, nil: .textMuted
    }
  }
}
