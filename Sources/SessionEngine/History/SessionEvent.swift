import Foundation

/// Something that happened in a workshop, as its database keeps it.
public struct SessionEvent: Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A console or a subcommand opened the workspace, or left it.
    case opened, closed
    /// A run began or ended.
    case started, ended
    /// An environment was installed.
    case installed
    /// A person changed something, such as a run's name.
    case changed
    /// Figures are missing from here on, or are kept again; the text says which.
    case gap
    /// A damaged database was set aside.
    case setAside = "set aside"
    /// The database was brought up to date.
    case migrated
    /// Written by a later release, or anything else.
    case other
  }

  /// By the wall clock.
  public var time: Date
  public var kind: Kind
  /// Nil when it concerns no run, or one that has been deleted since.
  public var run: RunID?
  /// One sentence.
  public var text: String

  public init(time: Date, kind: Kind, run: RunID? = nil, text: String) {
    self.time = time
    self.kind = kind
    self.run = run
    self.text = text
  }
}
