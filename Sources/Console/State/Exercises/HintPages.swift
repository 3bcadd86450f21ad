/// The hints of an exercise that were asked for so far.
public struct HintPages: Sendable, Equatable {
  /// In rising strength, as the page's Markdown.
  public let shown: [String]
  /// How many there are for this machine's pixi.
  public let total: Int

  public init(shown: [String], total: Int) {
    self.shown = shown
    self.total = total
  }
}
