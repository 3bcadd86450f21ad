/// A usual mistake: what one sees, and how to get out of it; declared in exercise.toml as `[[pitfall]]`.
public struct Pitfall: Sendable, Hashable, Identifiable {
  /// The name of the wrong way, such as `cpu-jaxlib`, where one is recognised; else a name of its own.
  public let id: String
  /// A short title, such as "JAX solved to its CPU build".
  public let title: String
  /// What one sees: the message, or that there is none.
  public let sees: String
  /// How to recover, in the page's Markdown.
  public let recovery: String

  public init(id: String, title: String, sees: String, recovery: String) {
    self.id = id
    self.title = title
    self.sees = sees
    self.recovery = recovery
  }
}
