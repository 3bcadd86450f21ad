/// What a person asked for with `--provider`.
public enum ProviderChoice: String, Sendable, Hashable, CaseIterable {
  case pixi
  case venv
  /// pixi where a recent one is found, venv otherwise.
  case auto
}
