import TerminalCore

extension ConsoleState {
  /// Puts ASCII in the place of the typographic characters of the console's own words; a file in
  /// the editor and a program's output keep theirs.
  func spellOut(_ buffer: inout CellBuffer) {
    guard glyphs == .ascii else { return }
    let kept = dialog == nil && screens.isEmpty ? verbatimAreas : []
    for row in 0..<size.rows {
      for column in 0..<size.columns {
        guard let plain = glyphs.spelling(of: buffer[column, row].character),
          !kept.contains(where: { $0.contains(Point(column: column, row: row)) })
        else { continue }
        buffer[column, row].character = plain
      }
    }
  }

  /// Where files and programs are shown in their own characters.
  private var verbatimAreas: [Rect] {
    layout.panes.keys.compactMap { pane in
      guard let inside = layout.inside(pane) else { return nil }
      if let lane = pane.lane {
        return run(inPane: lane)?.screen == nil
          ? nil : geometry(ofPane: lane, inside: inside).screen
      }
      let content = inside.splitTop(1).rest
      guard pane == .workbench else { return nil }
      if case .shell? = workbench?.tab { return content }
      return workbench?.editor == nil ? nil : content.splitBottom(1).rest
    }
  }
}
