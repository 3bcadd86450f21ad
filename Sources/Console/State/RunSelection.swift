import ProcessRunner
import SessionEngine

/// What is marked of a run's output, by places that hold while output goes on.
public struct RunSelection: Sendable, Equatable {
  public enum Means: Sendable, Equatable {
    /// The button is held.
    case dragging
    /// The mouse has marked it, and it was copied.
    case dragged
    /// Whole lines, moved by keys.
    case lines
  }

  public let run: RunID
  public var anchor: TerminalPlace
  /// The end that moves; its cell belongs to what is marked.
  public var head: TerminalPlace
  public var means: Means

  public init(run: RunID, anchor: TerminalPlace, head: TerminalPlace, means: Means) {
    self.run = run
    self.anchor = anchor
    self.head = head
    self.means = means
  }

  /// The first place that is marked.
  public var start: TerminalPlace {
    let first = min(anchor, head)
    return means == .lines ? TerminalPlace(line: first.line, column: 0) : first
  }

  /// The first place behind it.
  public var end: TerminalPlace {
    let last = max(anchor, head)
    return means == .lines
      ? TerminalPlace(line: last.line + 1, column: 0)
      : TerminalPlace(line: last.line, column: last.column + 1)
  }

  public var lineCount: Int { abs(anchor.line - head.line) + 1 }
}
