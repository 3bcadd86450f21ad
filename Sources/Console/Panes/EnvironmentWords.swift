import SessionEngine

/// What is said of an environment's state.
enum EnvironmentWords {
  static func state(_ status: EnvironmentStatus?) -> String {
    switch status?.state {
    case nil: "looking…"
    case .installed: "installed"
    case .notInstalled: "not installed"
    case .outdated(let why): "outdated: \(why)"
    case .broken(let why): "broken: \(why)"
    case .unavailable(let diagnosis): diagnosis.says
    }
  }

  /// What is wrong with it, in full and with its remedy; nil when nothing is.
  static func trouble(_ status: EnvironmentStatus) -> String? {
    switch status.state {
    case .broken(let why): "\(status.name) is broken: \(why)"
    case .outdated(let why): "\(status.name) is outdated: \(why)\ni installs what is missing."
    case .unavailable(let diagnosis): "\(status.name): \(diagnosis.words)"
    case .installed, .notInstalled: nil
    }
  }

  static func role(_ status: EnvironmentStatus?) -> ThemeRole {
    switch status?.state {
    case .installed: .good
    case .broken, .unavailable: .bad
    case .outdated: .warning
    case .notInstalled, nil: .textMuted
    }
  }
}
