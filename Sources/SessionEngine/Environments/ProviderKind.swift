/// Who makes and runs environments.
public enum ProviderKind: String, Sendable, Hashable, Codable {
  case pixi
  case venv
}
