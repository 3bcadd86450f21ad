import TerminalCore

extension ConsoleState {
  /// The exercise's page, ready for a width.
  func pageLines(columns: Int) -> [StyledLine] {
    guard case .loaded(let text)? = workbench?.page else { return [] }
    return MarkdownBlock(text).lines(columns: min(columns, 88), glyphs: glyphs)
  }

  var pageLineCount: Int {
    pageLines(columns: (pageParts?.page.columns ?? 80) - 4).count
  }

  var pageVisibleRows: Int {
    max(1, pageParts?.page.rows ?? 1)
  }

  /// Where the goals and the page stand; nil where the workbench is not shown.
  var pageParts: PageParts? {
    layout.inside(.workbench).map {
      PageParts(
        content: $0.splitTop(1).rest, goalCount: exercise.map { goalRows(of: $0).count } ?? 0)
    }
  }

  /// The tab under a column of the tab bar.
  func tab(at column: Int, columns: Int) -> WorkbenchTab? {
    guard let bench = workbench else { return nil }
    return TabBar(state: self, bench: bench).places(columns: columns)
      .first { $0.columns.contains(column) }?.tab
  }
}
