import TerminalCore
import Testing

@testable import Console

@Suite struct RenderTests {
  private static let sizes: [Size] =
    stride(from: 1, through: 61, by: 4).flatMap { columns in
      stride(from: 1, through: 21, by: 4).map { Size(columns: columns, rows: $0) }
    }
    + [
      ConsoleLayout.smallest, Size(columns: 80, rows: 24), Size(columns: 109, rows: 34),
      ConsoleLayout.smallestFull, Size(columns: 300, rows: 24), Size(columns: 80, rows: 150),
      Size(columns: 400, rows: 100),
    ]

  /// Both a console that was always so small and one that became it.
  private static func states(_ scene: Scene, _ size: Size) -> [ConsoleState] {
    var resized = scene.state(Size(columns: 120, rows: 40))
    _ = resized.update(.terminal(.resize(size)))
    // What lies above the panes or in their place looks the same whichever is in front.
    guard resized.dialog == nil, resized.screens.isEmpty else { return [resized] }
    var focused = resized
    return [resized]
      + PaneID.allCases.flatMap { pane in
        [false, true].map { isZoomed in
          focused.focus = pane
          focused.isZoomed = isZoomed
          return focused
        }
      }
  }

  @Test(arguments: Scene.allCases)
  func everySizeIsDrawnInItsRows(scene: Scene) {
    for size in Self.sizes {
      for state in Self.states(scene, size) {
        let (frame, cursor) = state.render()
        #expect(frame.size == size)
        let broken = (0..<size.rows).filter { !Self.isWhole(frame, $0) }
        #expect(broken.isEmpty, "\(scene) \(size) rows \(broken)")
        if let cursor {
          #expect(frame.bounds.contains(cursor), "\(scene) \(size) cursor \(cursor)")
        }
      }
    }
  }

  /// Whether the characters take as many columns as there are, none cut in half.
  private static func isWhole(_ frame: CellBuffer, _ row: Int) -> Bool {
    var column = 0
    while column < frame.size.columns {
      let width = Int(frame[column, row].width)
      guard width == 1 || (width == 2 && frame[column + 1, row].width == 0) else { return false }
      column += width
    }
    return column == frame.size.columns
  }

  @Test(arguments: Scene.allCases)
  func theFootersKeysAreWhole(scene: Scene) {
    for columns in stride(from: ConsoleLayout.smallest.columns, through: 124, by: 7) {
      for state in Self.states(scene, Size(columns: columns, rows: 24)) where state.dialog == nil {
        let footer = state.footerBar
        let shown = footer.shown(in: columns).map { "\($0.key) \($0.label)" }
        let row = state.render().frame.textOfRow(state.layout.footer.row)
        #expect(row.contains(shown.joined(separator: "  ")), "\(scene) \(columns): \(row)")
      }
    }
  }

  /// A border that something was drawn over, or a pane that lies over another.
  @Test(arguments: Scene.allCases)
  func nothingIsDrawnOverABorder(scene: Scene) {
    for size in Self.sizes {
      for state in Self.states(scene, size) where state.dialog == nil && state.screens.isEmpty {
        let frame = state.render().frame
        let layout = state.layout
        for area in Array(layout.panes.values) + (layout.strip.map { [$0] } ?? [])
        where area.columns >= 2 && area.rows >= 2 {
          // What went wrong may take four rows from the panes, until it is dismissed.
          let isWrapped = state.notice?.kind == .failure || state.notice?.kind == .warning
          let covered = isWrapped ? layout.notice.row - 3 : layout.notice.row
          let broken = (area.row + 1..<area.endRow - 1).filter { $0 < covered }.filter { row in
            frame[area.column, row].character != "│"
              || frame[area.endColumn - 1, row].character != "│"
          }
          #expect(broken.isEmpty, "\(scene) \(size) \(area) rows \(broken)")
        }
      }
    }
  }
}
