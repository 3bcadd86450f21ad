import TerminalCore

extension ConsoleState {
  /// The exercise's page, ready for a width.
  func pageLines(columns: Int) -> [StyledLine] {
    guard case .loaded(let text)? = workbench?.page else { return [] }
    return MarkdownBlock(text).lines(columns: min(columns, 88), glyphs: glyphs)
  }

  var pageLineCount: Int {
    pageLines(columns: (layout.inside(.workbench)?.columns ?? 80) - 4).count
  }

  var pageVisibleRows: Int {
    max(1, (layout.inside(.workbench)?.rows ?? 2) - 1)
  }

  /// The tab under a column of the tab bar.
  func tab(at column: Int, columns: Int) -> WorkbenchTab? {
    guard let bench = workbench else { return nil }
    return TabBar(state: self, bench: bench).places(columns: columns)
      .first { $0.columns.contains(column) }?.tab
  }
}
