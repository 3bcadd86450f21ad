/// What the screen says about a provider.
public struct ProviderDescription: Sendable, Hashable {
  public let kind: ProviderKind
  /// The tool's version, such as `0.77.0` for pixi or `3.11.2` for Python; nil when not known.
  public let version: String?
  /// What a person must know, such as that a venv is not the CUDA build; shown beside the name.
  public let notes: [String]

  public init(kind: ProviderKind, version: String?, notes: [String]) {
    self.kind = kind
    self.version = version
    self.notes = notes
  }
}
