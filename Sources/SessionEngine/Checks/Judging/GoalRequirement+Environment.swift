import WorkshopModel

extension GoalRequirement {
  /// The environment it names; nil for any or none.
  var environment: String? {
    switch self {
    case .manifest(let requirement): requirement.environment
    case .lock(let requirement): requirement.environment
    case .command(let requirement): requirement.environment
    case .output(let requirement): requirement.environment
    case .container(let requirement): requirement.environment
    case .file: nil
    }
  }

  /// Whether it can be judged only on a manifest that can be read.
  var needsManifest: Bool {
    switch self {
    case .manifest: true
    case .lock(let requirement): requirement.current || !requirement.sameVersion.isEmpty
    case .file, .command, .output, .container: false
    }
  }
}
