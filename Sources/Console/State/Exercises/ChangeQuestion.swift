import SessionEngine

/// A change of the workspace to be agreed to.
public struct ChangeQuestion: Sendable, Equatable {
  public enum Plan: Sendable, Equatable {
    case planning
    /// - Parameter says: What it is about, beyond the action itself.
    case planned([WorkspaceChange], says: String? = nil)
    case impossible(Diagnosis)
  }

  public let action: WorkspaceAction
  public var plan = Plan.planning
  /// Whether it was agreed to once, and is asked a second time.
  public var asksAgain = false
  /// Whether it is being carried out.
  public var isUnderWay = false
  public var scroll = 0

  public init(_ action: WorkspaceAction) {
    self.action = action
  }

  /// Whether everything is known that must be before it may be agreed to, and files would change.
  public var canBeAgreedTo: Bool {
    guard case .planned(let changes, _) = plan, !isUnderWay else { return false }
    return !changes.allSatisfy(\.changesNothing)
  }
}
