import ProcessRunner
import SessionEngine

/// A search in what a run has printed.
public struct RunSearch: Sendable, Equatable {
  public enum Outcome: Sendable, Equatable {
    case looking
    case found(TerminalMatch)
    case nothing
  }

  public let run: RunID
  /// Empty for the first error.
  public var text = ""
  /// Whether keys go to the text.
  public var isTyping: Bool
  /// Where the view was when the search began.
  public let origin: TerminalPlace?
  public var outcome = Outcome.looking
  /// Whether the next match was asked for and has not come yet.
  var isStepping = false
  /// Steps asked for meanwhile, forwards or, below zero, backwards.
  var stepsToCome = 0

  public init(run: RunID, isTyping: Bool, origin: TerminalPlace?) {
    self.run = run
    self.isTyping = isTyping
    self.origin = origin
  }

  public var match: TerminalMatch? {
    if case .found(let match) = outcome { return match }
    return nil
  }
}
