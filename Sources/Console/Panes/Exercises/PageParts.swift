import TerminalCore

/// Where an exercise's goals and its page stand in the workbench, below the tabs.
struct PageParts {
  /// From so many columns on the goals stand beside the page.
  private static let leastBesideColumns = 132
  /// The page with its margin and bar is never wider.
  private static let pageColumns = 92
  /// Below so many rows the page needs all of them, and the tab alone has the count.
  private static let leastRows = 8

  /// Empty where there are no goals, or no room for them.
  let goals: Rect
  /// The line between the goals and the page; empty where they stand beside each other.
  let rule: Rect
  let page: Rect

  init(content: Rect, goalCount: Int) {
    guard goalCount > 0, content.rows >= Self.leastRows else {
      (goals, rule, page) = (content.splitTop(0).top, content.splitTop(0).top, content)
      return
    }
    if content.columns >= Self.leastBesideColumns {
      let (left, right) = content.splitLeft(Self.pageColumns)
      (goals, rule, page) = (right.splitLeft(2).rest, content.splitTop(0).top, left)
      return
    }
    let (top, below) = content.splitTop(min(goalCount, max(3, content.rows * 2 / 5)))
    goals = top
    (rule, page) = below.splitTop(1)
  }

  var isBeside: Bool { rule.isEmpty && !goals.isEmpty }
}
