import SessionEngine

/// One environment as `atelier env list --json` prints it.
struct EnvironmentRecord: Encodable {
  let name: String
  let title: String
  let provider: ProviderKind
  let installed: Bool
  /// The folder it is in, or would be; nil when not known.
  let prefix: String?
  /// The exercises that use it.
  let exercises: [String]
  let state: String
  let reason: String?
  let note: String?
  /// What the lock file says; nil without one.
  let lock: EnvironmentLock?

  private enum CodingKeys: String, CodingKey {
    case name, title, provider, installed, prefix, exercises, state, reason, note
    case lockedPackages = "locked_packages"
    case matchesLock = "matches_lock"
    case downloadBytes = "download_bytes"
  }

  init(_ status: EnvironmentStatus, exercises: [String]) {
    name = status.name
    title = status.title
    provider = status.provider
    installed = status.isInstalled
    prefix = status.prefix
    self.exercises = exercises
    note = status.note
    lock = status.lock
    switch status.state {
    case .installed: (state, reason) = ("installed", nil)
    case .notInstalled: (state, reason) = ("not installed", nil)
    case .outdated(let why): (state, reason) = ("outdated", why)
    case .broken(let why): (state, reason) = ("broken", why)
    case .unavailable(let diagnosis): (state, reason) = ("unavailable", "\(diagnosis)")
    }
  }

  /// Written by hand so that what is not known is null and not left out.
  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(name, forKey: .name)
    try container.encode(title, forKey: .title)
    try container.encode(provider, forKey: .provider)
    try container.encode(installed, forKey: .installed)
    try container.encode(prefix, forKey: .prefix)
    try container.encode(exercises, forKey: .exercises)
    try container.encode(state, forKey: .state)
    try container.encode(reason, forKey: .reason)
    try container.encode(note, forKey: .note)
    try container.encode(lock?.packages, forKey: .lockedPackages)
    try container.encode(lock?.isMatched, forKey: .matchesLock)
    try container.encode(lock?.downloadBytes, forKey: .downloadBytes)
  }

  /// Every environment once: exercises that share a folder share its record.
  static func records(
    _ statuses: [(exercise: String, statuses: [EnvironmentStatus])]
  ) -> [EnvironmentRecord] {
    var order: [String] = []
    var found: [String: (status: EnvironmentStatus, exercises: [String])] = [:]
    for (exercise, list) in statuses {
      for status in list {
        let key = status.prefix ?? "\(exercise)/\(status.name)"
        if found[key] == nil { order.append(key) }
        found[key, default: (status, [])].exercises.append(exercise)
      }
    }
    return order.compactMap { found[$0] }
      .map { EnvironmentRecord($0.status, exercises: $0.exercises) }
  }
}
