import TerminalCore
import Testing

@testable import Console

@Suite struct ConsoleLayoutTests {
  private static func areas(_ layout: ConsoleLayout) -> [Rect] {
    [layout.header, layout.notice, layout.footer, layout.strip, layout.summary].compactMap(\.self)
      + layout.panes.values
  }

  @Test(arguments: PaneID.allCases, [true, false])
  func nothingOverlapsOrLeavesTheScreen(focus: PaneID, isZoomed: Bool) {
    for columns in 1...220 {
      for rows in 1...70 {
        let size = Size(columns: columns, rows: rows)
        let layout = ConsoleLayout(size: size, focus: focus, isZoomed: isZoomed)
        let fits =
          columns >= ConsoleLayout.smallest.columns && rows >= ConsoleLayout.smallest.rows
        guard layout.isTooSmall == !fits else {
          Issue.record("\(size): too small is \(layout.isTooSmall)")
          return
        }
        let fault = layout.isTooSmall ? emptiness(of: layout) : fault(in: layout, size, focus)
        guard let fault else { continue }
        Issue.record("\(size): \(fault)")
        return
      }
    }
  }

  private func emptiness(of layout: ConsoleLayout) -> String? {
    Self.areas(layout).allSatisfy(\.isEmpty) ? nil : "something is laid out"
  }

  private func fault(in layout: ConsoleLayout, _ size: Size, _ focus: PaneID) -> String? {
    let areas = Self.areas(layout)
    if areas.contains(where: \.isEmpty) { return "an empty area" }
    if areas.contains(where: { $0.intersection(Rect(size: size)) != $0 }) { return "outside" }
    // Areas that overlap nowhere and fill the screen together: nothing is left undrawn.
    for (index, area) in areas.enumerated() {
      for other in areas[(index + 1)...] where !area.intersection(other).isEmpty {
        return "\(area) and \(other) overlap"
      }
    }
    let cells = areas.map { $0.columns * $0.rows }.reduce(0, +)
    if cells != size.columns * size.rows { return "\(cells) cells are laid out" }
    if layout.panes[focus] == nil { return "the pane in front is hidden" }
    if layout.header.rows != 1 || layout.footer.rows != 1 { return "no bars" }
    return nil
  }

  @Test(arguments: [(220, 70), (120, 40)])
  func largeScreensShowEverything(columns: Int, rows: Int) {
    let layout = ConsoleLayout(
      size: Size(columns: columns, rows: rows), focus: .outline, isZoomed: false)
    #expect(layout.panes.count == PaneID.allCases.count)
    #expect(layout.strip != nil)
    #expect(layout.summary == nil)
  }

  @Test func smallScreensShowWhatTheFocusIsPartOf() {
    func panes(_ focus: PaneID) -> Set<PaneID> {
      Set(
        ConsoleLayout(size: Size(columns: 80, rows: 24), focus: focus, isZoomed: false)
          .panes.keys)
    }
    #expect(panes(.outline) == [.outline, .workbench])
    #expect(panes(.workbench) == [.outline, .workbench])
    #expect(panes(.gpu) == [.gpu])
    #expect(panes(.firstRun) == [.firstRun, .secondRun])
    #expect(panes(.secondRun) == [.firstRun, .secondRun])
  }

  @Test(arguments: PaneID.allCases)
  func zoomShowsOnePane(focus: PaneID) {
    let layout = ConsoleLayout(
      size: Size(columns: 120, rows: 40), focus: focus, isZoomed: true)
    #expect(Array(layout.panes.keys) == [focus])
    #expect(layout.summary != nil)
  }
}
