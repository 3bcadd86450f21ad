import GPUMetrics
import SessionEngine
import TerminalCore

extension GPUPane {
  /// The caption of the graph and two rows of it.
  private static let leastHistory = 3

  /// A line for each owner, and then why not all is told; where the block is low all owners in one.
  /// - Returns: What is left of the area.
  func drawOwners(
    of device: GPUDevice, isTall: Bool, into buffer: inout CellBuffer, area: Rect
  ) -> Rect {
    guard let owned = picture.ownership(of: device) else { return area }
    let words = GPUOwnerWords(state: state)
    guard isTall else {
      guard !owned.shares.isEmpty, area.rows > 2 else { return area }
      let (line, rest) = area.splitTop(1)
      buffer.write(
        state.glyphs.truncate(
          owned.shares.map(words.short).joined(separator: " · "), to: line.columns),
        column: line.column, row: line.row, style: state.theme[.text], clip: line)
      return rest
    }
    let shares = owned.shares.map { share in
      (words.whole(share), share.owner == .hidden ? ThemeRole.textMuted : .text)
    }
    let notes = owned.note.map { note in
      TextWrapping.lines(of: note, columns: max(1, area.columns)).map { ($0, ThemeRole.textMuted) }
    }
    let lines = shares + (notes ?? [])
    // Where there is no room for a graph besides, the owners have it.
    let left = area.rows - Self.leastHistory
    let (block, rest) = area.splitTop(min(lines.count, left > 0 ? left : area.rows))
    for (index, (words, role)) in lines.prefix(block.rows).enumerated() {
      let isCut = index == block.rows - 1 && lines.count > block.rows
      let hidden = lines.count - index
      let text = isCut && hidden > 1 ? "… \(hidden) more lines: z zooms" : words
      buffer.write(
        state.glyphs.truncate(text, to: block.columns), column: block.column,
        row: block.row + index, style: state.theme[role], clip: block)
    }
    return rest
  }
}
