/// The panes of the console, in the order their numbers and Tab go.
public enum PaneID: Int, Sendable, Hashable, CaseIterable {
  case outline = 1
  /// The exercise's page, its files and shells, as tabs.
  case workbench = 2
  case gpu = 3
  case firstRun = 4
  case secondRun = 5

  /// The number that focuses it.
  public var number: Int { rawValue }

  /// The run pane's lane: 0 or 1; nil for the others.
  public var lane: Int? {
    switch self {
    case .firstRun: 0
    case .secondRun: 1
    case .outline, .workbench, .gpu: nil
    }
  }

  public static func run(lane: Int) -> PaneID {
    lane == 0 ? .firstRun : .secondRun
  }
}
