import TerminalCore

/// A command with its keys and words: help, footer and palette are made from these.
public struct KeyBinding: Sendable, Hashable {
  public let scope: KeyScope
  /// The keys that do it, the first one shown; none for what only the palette offers.
  public let keys: [KeyPress]
  /// The keys as people read them, such as `Ctrl-S`.
  public let label: String
  /// What the footer shows in place of the label, where one hint stands for two keys.
  public let footerLabel: String
  /// Two or three words for the footer.
  public let title: String
  /// A sentence for help.
  public let detail: String
  public let command: Command
  /// Its place in the footer, lowest first; nil when it is not shown there.
  public let footerRank: Int?
  /// What help puts it under within its scope; nil for the scope's own title.
  public var topic: String?

  public init(
    _ scope: KeyScope, _ keys: [KeyPress], _ label: String, _ title: String, _ detail: String,
    _ command: Command, footer footerRank: Int? = nil, as footerLabel: String? = nil
  ) {
    self.scope = scope
    self.keys = keys
    self.label = label
    self.footerLabel = footerLabel ?? label
    self.title = title
    self.detail = detail
    self.command = command
    self.footerRank = footerRank
  }

  /// The same under a topic of its own.
  func under(_ topic: String) -> KeyBinding {
    var copy = self
    copy.topic = topic
    return copy
  }
}
